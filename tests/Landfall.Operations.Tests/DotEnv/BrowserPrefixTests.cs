using Landfall.Operations.DotEnv;

namespace Landfall.Operations.Tests.DotEnv;

public sealed class BrowserPrefixTests
{
    [Theory]
    [InlineData("""{ "devDependencies": { "vite": "7" } }""", "VITE_")]
    [InlineData("""{ "dependencies": { "next": "15" } }""", "NEXT_PUBLIC_")]
    [InlineData("""{ "dependencies": { "nuxt": "4" }, "devDependencies": { "vite": "7" } }""", "NUXT_PUBLIC_")]
    [InlineData("""{ "dependencies": { "react-scripts": "5" } }""", "REACT_APP_")]
    [InlineData("""{ "dependencies": { "astro": "5" } }""", "PUBLIC_")]
    [InlineData("""{ "dependencies": { "left-pad": "1" } }""", "")]
    [InlineData("{ not json", "")]
    [InlineData(null, "")]
    public void Of_Package_IsWhatItsFrameworkWants(string? package, string prefix)
    {
        using var folder = new TemporaryFolder();
        if (package is not null)
            folder.Write("package.json", package);

        Assert.Equal(prefix, BrowserPrefix.Of(folder.Path));
    }
}
