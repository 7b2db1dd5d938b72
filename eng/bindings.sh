#!/usr/bin/env bash
# Generates the .NET bindings that the configured NuGet sources lack, into eng/packages (see nuget.config).
# Amazon.CDK.Lib needs Constructs and Amazon.CDK.Asset.AwsCliV1; the checks of the tests need Cdklabs.CdkNag.
# Where a full package source is reachable nothing is generated.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# NuGet id, npm package whose bindings it is (its version is pinned in eng/bindings/package.json)
bindings=(
  "Constructs constructs"
  "Amazon.CDK.Asset.AwsCliV1 @aws-cdk/asset-awscli-v1"
  "Cdklabs.CdkNag cdk-nag"
)
work=.build/bindings

nuget_version() { sed -n "s|.*Include=\"$1\" Version=\"\([^\"]*\)\".*|\1|p" Directory.Packages.props; }
npm_version() { sed -n "s|^ *\"$1\": \"\([^\"]*\)\".*|\1|p" eng/bindings/package.json; }

# Asks the package sources, not the cache of this machine: the packages folder of the probe is empty.
restores() {
  local probe=$work/probe
  rm -rf "$probe" && mkdir -p "$probe"
  cat >"$probe/probe.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup>
  <ItemGroup><PackageDownload Include="$1" Version="[$2]" /></ItemGroup>
</Project>
XML
  local found=0
  dotnet restore "$probe" --packages "$probe/packages" -v q -nologo >"$probe/log" 2>&1 || found=1
  rm -rf "$probe"
  return $found
}

generate() {
  local id=$1 npm=$2 project=$work/dotnet/$1/$1.csproj
  if [ ! -d $work/node_modules ]; then
    echo "setup: installing the binding generator" >&2
    cp eng/bindings/package.json eng/bindings/package-lock.json $work/
    npm ci --prefix $work --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  fi
  echo "setup: generating the .NET binding $id" >&2
  rm -rf "$work/dotnet/$id"
  .build/tools/node_modules/.bin/node $work/node_modules/jsii-pacmak/bin/jsii-pacmak \
    --targets dotnet --code-only --outdir "$PWD/$work" "$work/node_modules/$npm" >&2
  # net8.0 because older targets have no SDK any more; our versions because the oldest allowed ones need not exist;
  # CS0108 because cdk-nag's interfaces hide inherited members, harmlessly.
  sed -i.bak -e 's|net6\.0|net8.0|' \
    -e 's|<GeneratePackageOnBuild>true|<GeneratePackageOnBuild>false|' \
    -e 's|<IncludeS\([a-z]*\)>true|<IncludeS\1>false|' \
    -e "s|\(\"Amazon.CDK.Lib\" Version=\"\)[^,]*|\1[$(nuget_version Amazon.CDK.Lib)|" \
    -e "s|\(\"Amazon.JSII.Runtime\" Version=\"\)[^,]*|\1[$(nuget_version Amazon.JSII.Runtime)|" \
    -e 's|<NoWarn>|&0108;1591;NU1603;|' -e '/WarningsAsErrors/d' "$project"
  dotnet pack "$project" -c Release -o eng/packages -v q -nologo >&2
}

mkdir -p $work
# The generated projects must not inherit this repository's build settings.
for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do
  echo '<Project />' >$work/$file
done

for binding in "${bindings[@]}"; do
  read -r id npm <<<"$binding"
  version=$(npm_version "$npm")
  [ -f "eng/packages/$id.$version.nupkg" ] || restores "$id" "$version" || generate "$id" "$npm"
done
