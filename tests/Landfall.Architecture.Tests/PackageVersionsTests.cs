using System.Xml.Linq;

namespace Landfall.Architecture.Tests;

public sealed class PackageVersionsTests
{
    private static readonly string[] Generated = ["bin", "obj", ".build", "node_modules", ".landfall"];

    [Fact]
    public void PackageVersion_OfEachPackage_IsReferenced()
    {
        var versions = Names(Path.Combine(GoldenFile.Repository, "Directory.Packages.props"), "PackageVersion").ToList();

        var referenced = ProjectFiles().SelectMany(f => Names(f, "PackageReference")).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(versions);

        // Where a dependency of a dependency is pinned, the bindings' generator reads its version.
        Assert.Equal(["Amazon.JSII.Runtime"], versions.Where(v => !referenced.Contains(v)));
    }

    private static IEnumerable<string> ProjectFiles() =>
        Directory.EnumerateFiles(GoldenFile.Repository, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) || f.EndsWith("Directory.Build.props", StringComparison.Ordinal))
            .Where(f => !Path.GetRelativePath(GoldenFile.Repository, f).Split(Path.DirectorySeparatorChar).Intersect(Generated).Any());

    private static IEnumerable<string> Names(string file, string element) =>
        XDocument.Load(file).Descendants().Where(e => e.Name.LocalName == element).Select(e => (string?)e.Attribute("Include")).OfType<string>();
}
