using System.Reflection;
using System.Xml.Linq;
using PublicApiGenerator;

namespace Landfall.Architecture.Tests;

/// <summary>What users' own code may call: it changes on purpose or not at all.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries => [.. PackableLibraries()];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_PublicApi_IsTheRecordedOne(string name)
    {
        var api = Assembly.Load(name).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false });

        GoldenFile.Verify($"tests/Landfall.Architecture.Tests/PublicApi/{name}.txt", api.ReplaceLineEndings("\n") + "\n");
    }

    [Fact]
    public void PublicApi_Files_AreThoseOfTheLibraries()
    {
        var files = Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, "tests/Landfall.Architecture.Tests/PublicApi"));

        Assert.Equal(PackableLibraries(), files.Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));
    }

    // A tool is a package too, but not one that code references.
    private static IEnumerable<string> PackableLibraries() =>
        from file in Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, "src"), "*.csproj", SearchOption.AllDirectories)
        let properties = XDocument.Load(file).Descendants().ToLookup(e => e.Name.LocalName, e => e.Value)
        where properties["IsPackable"].Contains("true") && !properties["PackAsTool"].Contains("true")
        orderby file
        select Path.GetFileNameWithoutExtension(file);
}
