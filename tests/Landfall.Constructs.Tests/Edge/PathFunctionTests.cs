using System.Diagnostics;
using System.Text.Json;
using Landfall.Config.Plan;
using Landfall.Constructs.Edge;
using Landfall.Constructs.Tests.Services;

namespace Landfall.Constructs.Tests.Edge;

/// <summary>Runs the function's code in Node, whose language the runtime's is a part of.</summary>
public class PathFunctionTests
{
    private static readonly string[] Files =
    [
        "/index.html", "/404.html", "/about.html", "/docs/index.html", "/docs/guide.html", "/LICENSE", "/.well-known/apple-app-site-association",
        "/v1.2/index.html", "/a.b.html", "/site.css", "/both.html", "/both/index.html", "/café.html", "/blog/first/index.html", "/blog/second/index.html",
        "/blog/third/index.html", "/blog/fourth/index.html", "/with space.html", "/constructor.html",
    ];

    [Theory]
    [InlineData("/", "/index.html")]
    [InlineData("/index.html", "/index.html")]
    [InlineData("/about", "/about.html")]
    [InlineData("/about/", "/about.html")]
    [InlineData("/about.html", "/about.html")]
    [InlineData("/docs", "/docs/index.html")]
    [InlineData("/docs/", "/docs/index.html")]
    [InlineData("/docs/guide", "/docs/guide.html")]
    [InlineData("/LICENSE", "/LICENSE")]
    [InlineData("/.well-known/apple-app-site-association", "/.well-known/apple-app-site-association")]
    [InlineData("/v1.2", "/v1.2/index.html")]
    [InlineData("/v1.2/", "/v1.2/index.html")]
    [InlineData("/a.b", "/a.b.html")]
    [InlineData("/site.css", "/site.css")]
    [InlineData("/both", "/both.html")]
    [InlineData("/both/", "/both/index.html")]
    [InlineData("/caf%C3%A9", "/caf%C3%A9.html")]
    [InlineData("/with%20space", "/with%20space.html")]
    [InlineData("/constructor", "/constructor.html")]
    [InlineData("/%zz", "/%zz.html")]
    [InlineData("/toString", "/toString.html")]
    public void Code_Files_FindsTheDocumentOfAPath(string path, string expected) =>
        Assert.Equal(expected, Assert.Single(Run(SiteRouting.Files, Files, path)));

    [Theory]
    [InlineData("/orders/7", "/index.html")]
    [InlineData("/orders/", "/index.html")]
    [InlineData("/", "/index.html")]
    [InlineData("/about", "/about.html")]
    [InlineData("/docs/", "/docs/index.html")]
    [InlineData("/LICENSE", "/LICENSE")]
    [InlineData("/missing.js", "/missing.js")]
    [InlineData("/v1.2", "/v1.2/index.html")]
    public void Code_SinglePageApplication_AnswersForItsOwnPathsOnly(string path, string expected) =>
        Assert.Equal(expected, Assert.Single(Run(SiteRouting.Spa, Files, path)));

    /// <summary>Whatever is published, every file answers for its own path and for the paths that mean it.</summary>
    [Fact]
    public void Code_AnyFiles_ServesEachAsItself()
    {
        string[] words = ["a", "b.c", "about", "x.html", "index.html", "LICENSE"];
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            string[] files =
            [
                .. Enumerable.Range(0, 14).Select(_ => "/" + string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => words[random.Next(3)] + "/")) + words[random.Next(words.Length)])
                    .Append("/index.html").Distinct(),
            ];

            // A file cannot be a folder, too.
            files = [.. files.Where(file => !files.Any(other => other.StartsWith(file + "/", StringComparison.Ordinal)))];
            string[] asked = [.. files, .. files.Where(f => f.EndsWith("/index.html", StringComparison.Ordinal)).Select(f => f[..^"index.html".Length])];
            var found = Run(seed % 2 == 0 ? SiteRouting.Files : SiteRouting.Spa, files, asked);

            Assert.Equal(asked.Select(path => path.EndsWith('/') ? $"{path}index.html" : path), found);
        }
    }

    [Fact]
    public void Exceptions_SiteOfOneStyle_AreFew()
    {
        var pages = new SitePages(Site(SiteRouting.Files), Enumerable.Range(0, 5000).Select(i => $"/post-{i}.html").Append("/index.html").Append("/css/site.css"));

        Assert.Equal(SitePages.Page, pages.Usual);
        Assert.Empty(pages.Exceptions);
    }

    private static string[] Run(SiteRouting routing, IEnumerable<string> files, params string[] paths)
    {
        var site = Site(routing);
        var script = PathFunction.Code(site, new SitePages(site, files))
            + $"\nconsole.log(JSON.stringify({JsonSerializer.Serialize(paths)}.map(uri => handler({{ request: {{ uri }} }}).uri)));\n";
        using var node = Process.Start(new ProcessStartInfo("node", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        node.StandardInput.Write(script);
        node.StandardInput.Close();
        var answer = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }

    private static SiteServicePlan Site(SiteRouting routing) =>
        ShopPlan.Create($"  web: {{ type: site, routing: {routing.ToString().ToLowerInvariant()} }}").Services.OfType<SiteServicePlan>().Single();
}
