# Builds Rackside's .msi from a clean build: powershell -File packaging\windows\package.ps1
# Needs JDK 25 (JAVA_HOME), Maven and the WiX Toolset 3.14 or newer on the PATH: packaging/README.md.
# For a signed package set RACKSIDE_SIGN to signtool's own arguments; no key is kept here.
$ErrorActionPreference = 'Stop'

$project = (Resolve-Path "$PSScriptRoot\..\..").Path
$work = "$project\target\package"
$common = "$project\packaging\common"
$jdk = $env:JAVA_HOME
if (-not $jdk -or -not (Test-Path "$jdk\bin\jpackage.exe")) { throw 'Set JAVA_HOME to a JDK 25.' }

function Run($program) {
    & $program @args
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

$pom = [xml](Get-Content "$project\pom.xml")
$version = $pom.project.version
$packageVersion = $version -replace '-SNAPSHOT$', ''
$stamp = $pom.project.properties.'project.build.outputTimestamp'

Set-Location $project
Run mvn -B -ntp -q '-Dmaven.test.skip=true' clean package `
    dependency:copy-dependencies@package-libraries dependency:copy-dependencies@package-javafx `
    dependency:copy-dependencies@package-server
Copy-Item "$project\target\rackside-$version.jar" "$work\lib\rackside.jar"

# It names a jar beside it that isn't there; a cache whose class path has that is refused where the program is installed.
$jar = (Get-ChildItem "$work\lib\cron-utils-*.jar").FullName
New-Item -ItemType Directory -Force "$work\repack" | Out-Null
Push-Location "$work\repack"
Run "$jdk\bin\jar.exe" --extract --file $jar
$manifest = "$work\repack\META-INF\MANIFEST.MF"
[IO.File]::WriteAllText($manifest, ([IO.File]::ReadAllText($manifest) -replace '(?m)^Class-Path:.*\r?\n( .*\r?\n)*', ''))
Pop-Location
Run "$jdk\bin\jar.exe" --create --date $stamp --manifest $manifest --file $jar -C "$work\repack" .
Remove-Item -Recurse "$work\repack"

# One id of all jars, in the jar and in the launcher: by it the program knows a start-up cache of another build.
$hashes = (Get-ChildItem "$work\lib\*.jar" | Sort-Object Name | ForEach-Object { (Get-FileHash $_).Hash }) -join ''
$sha = [System.Security.Cryptography.SHA256]::Create()
$build = -join ($sha.ComputeHash([Text.Encoding]::ASCII.GetBytes($hashes))[0..15] | ForEach-Object { $_.ToString('x2') })
New-Item -ItemType Directory -Force "$work\id\dev\rackside" | Out-Null
Set-Content -NoNewline -Encoding ascii "$work\id\dev\rackside\build.id" $build
Run "$jdk\bin\jar.exe" --update --date $stamp --file "$work\lib\rackside.jar" -C "$work\id" dev/rackside/build.id

# JavaFX as modules that jlink reads: its libraries then lie in the runtime, and nothing is unpacked at a start.
New-Item -ItemType Directory -Force "$work\mods" | Out-Null
foreach ($module in 'base', 'graphics', 'controls', 'fxml') {
    $parts = "$work\javafx\$module"
    New-Item -ItemType Directory -Force "$parts\classes", "$parts\libs" | Out-Null
    Push-Location "$parts\classes"
    Run "$jdk\bin\jar.exe" --extract --file (Get-ChildItem "$work\javafx\javafx-$module-*-win*.jar").FullName
    Pop-Location
    Move-Item "$parts\classes\*.dll" "$parts\libs"
    # Done here, it needn't be done at every start (ADR 14).
    if ($module -eq 'graphics') { Run "$jdk\bin\java.exe" -cp "$work\lib\*" dev.rackside.fx.RightToLeft "$parts\classes" }
    Run "$jdk\bin\jmod.exe" create --class-path "$parts\classes" --libs "$parts\libs" --date $stamp "$work\mods\javafx.$module.jmod"
}
# The same modules as packaging/common/build.sh names.
$modules = (Select-String -Path "$common\build.sh" -Pattern '^(java_modules\+?|javafx_modules)=(.*)$' |
    ForEach-Object { $_.Matches[0].Groups[2].Value.Trim(',') }) -join ','
Run "$jdk\bin\jlink.exe" --module-path "$work\mods" --add-modules $modules --strip-debug --no-header-files `
    --no-man-pages --compress zip-9 --output "$work\runtime"

# The program itself unpacks its server, and leaves out what it doesn't need.
$env:RACKSIDE_HOME = "$work\home"
Run "$jdk\bin\java.exe" --enable-native-access=ALL-UNNAMED -cp "$work\lib\*;$work\server-jar\*;$work\javafx\*" dev.rackside.Main doctor
Move-Item (Get-ChildItem -Directory "$work\home\cache\server\mariadb-*").FullName "$work\server"
New-Item -ItemType Directory -Force "$work\server\licences" | Out-Null
Copy-Item "$common\licences\*" "$work\server\licences"

# The same options as packaging/common/build.sh names, which says why; one a line, after the words of its own.
# By what the rehearsal told of the program the second compiler would begin with thousands of methods at once.
$options = (Get-Content "$common\build.sh" | Select-String -Pattern '^    (-\S+)$' |
    ForEach-Object { $_.Matches[0].Groups[1].Value }) + '-Drackside.server=$APPDIR\server' + '-XX:-AOTReplayTraining'
$arguments = @($options | ForEach-Object { '--java-options', $_ })
# Two launchers: the window's, and one that belongs to a terminal. Both are the same program.
Set-Content -Encoding ascii "$work\console.properties" 'win-console=true'
Run "$jdk\bin\jpackage.exe" --type app-image --name Rackside --dest "$work\image" --input "$work\lib" `
    --main-jar rackside.jar --main-class dev.rackside.Main --runtime-image "$work\runtime" `
    --app-version $packageVersion --vendor Rackside --icon "$common\icons\rackside.ico" `
    --add-launcher "rackside-cli=$work\console.properties" @arguments
$app = "$work\image\Rackside\app"
Copy-Item -Recurse "$work\server" "$app\server"

# The start-up cache, of a rehearsal of the real window. One file, not two as elsewhere: Java would refuse those where the
# installer gives the jars another time, as it does in another time zone.
$cache = "rackside-$build.aot"
$launcher = "$work\image\Rackside\rackside-cli.exe"
Run $launcher workspace create Sample --sample
$env:JAVA_TOOL_OPTIONS = "-Drackside.rehearse=start -XX:-AOTClassLinking -XX:AOTCacheOutput=$app\$cache"
Run $launcher --workspace Sample
Remove-Item Env:JAVA_TOOL_OPTIONS, Env:RACKSIDE_HOME
foreach ($file in 'Rackside.cfg', 'rackside-cli.cfg') {
    Add-Content -Encoding ascii "$app\$file" "java-options=-Drackside.build=$build", `
        'java-options=-Drackside.cache.off=-XX:AOTMode=off', "java-options=-XX:AOTCache=`$APPDIR\$cache"
}

if ($env:RACKSIDE_SIGN) {
    Get-ChildItem -Recurse "$work\image\Rackside" -Include *.exe, *.dll | ForEach-Object {
        Invoke-Expression "signtool sign $env:RACKSIDE_SIGN `"$($_.FullName)`""
    }
}
# For all users, so that the folder isn't writable by those who run it. The id stays: by it a version replaces the one before.
Run "$jdk\bin\jpackage.exe" --type msi --name Rackside --dest $work --app-image "$work\image\Rackside" `
    --app-version $packageVersion --vendor Rackside --description "Desk of an MSP's technician" `
    --license-file "$project\LICENSE" --win-menu --win-shortcut-prompt --win-dir-chooser `
    --win-upgrade-uuid 5f0c6f7a-3d2a-4f5e-9c0e-7b1f0f6a2d41 --file-associations "$PSScriptRoot\link.properties"
if ($env:RACKSIDE_SIGN) {
    Invoke-Expression "signtool sign $env:RACKSIDE_SIGN `"$work\Rackside-$packageVersion.msi`""
}
Write-Host "Done: target\package\Rackside-$packageVersion.msi"
