namespace Landfall.Operations.Synthesis;

/// <summary>The sources of the default synth host, which is built on the machine where it runs.</summary>
internal static class HostProject
{
    private const string Program = """
        using Landfall.Constructs.Foundation;
        using Landfall.Constructs.Hosting;

        return LandfallHost.Run(args, (plan, options) => new LandfallApp(plan, options));

        """;

    // Stop MSBuild from looking for files of these names in the folders above, which belong to somebody else.
    private static readonly string[] Fences = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>Writes the project.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="version">The version of Landfall's constructs.</param>
    /// <returns>The project file.</returns>
    public static string Write(string folder, string version)
    {
        foreach (var fence in Fences)
            File.WriteAllText(Path.Combine(folder, fence), "<Project />\n");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        var project = Path.Combine(folder, "landfall-host.csproj");
        File.WriteAllText(project, ProjectText(version));
        return project;
    }

    private static string ProjectText(string version) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
            <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Landfall.Constructs" Version="[{version}]" />
          </ItemGroup>
        </Project>

        """;
}
