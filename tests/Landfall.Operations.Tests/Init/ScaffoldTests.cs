using Landfall.Config;
using Landfall.Operations.Init;

namespace Landfall.Operations.Tests.Init;

public sealed class ScaffoldTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Combinations()
    {
        var data = new TheoryData<string, string>();
        foreach (var type in new[] { "web", "internal", "worker", "job" })
        {
            foreach (var kind in Enum.GetValues<ProjectKind>().Where(kind => kind is not (ProjectKind.Static or ProjectKind.Docker)))
                data.Add(type, kind.ToString());
        }

        data.Add("site", nameof(ProjectKind.Static));
        return data;
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Write_AnyTypeAndKind_IsValid(string type, string kind)
    {
        Scaffold.Write(Request(type, Enum.Parse<ProjectKind>(kind)));

        var loaded = ConfigLoader.Load(_folder.Path, _ => null);
        Assert.Empty(loaded.Problems);
        Assert.Equal(["dev"], loaded.EnvironmentNames);
    }

    [Theory]
    [InlineData(ProjectKind.Node, "USER node")]
    [InlineData(ProjectKind.Python, "USER app")]
    [InlineData(ProjectKind.Dotnet, "USER $APP_UID")]
    [InlineData(ProjectKind.Go, "USER nonroot")]
    [InlineData(ProjectKind.Java, "USER 10001")]
    [InlineData(ProjectKind.Ruby, "USER app")]
    internal void Write_Dockerfile_IsMultiStageAndNotRoot(ProjectKind kind, string user)
    {
        Scaffold.Write(Request("web", kind));

        var lines = File.ReadAllLines(Path.Combine(_folder.Path, "Dockerfile"));
        Assert.Equal(2, lines.Count(l => l.StartsWith("FROM ", StringComparison.Ordinal)));
        Assert.Contains(user, lines);
        Assert.Contains(lines, l => l.StartsWith("HEALTHCHECK", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("{{", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("worker")]
    [InlineData("job")]
    public void Write_DockerfileOfWhatDoesNotListen_HasNoPortAndNoRequestToIt(string type)
    {
        Scaffold.Write(Request(type, ProjectKind.Node));

        var text = File.ReadAllText(Path.Combine(_folder.Path, "Dockerfile"));
        Assert.DoesNotContain("8080", text, StringComparison.Ordinal);
        Assert.Contains("HEALTHCHECK NONE", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "RUN npm install --omit=dev && mkdir -p node_modules")]
    [InlineData(true, "RUN npm ci --omit=dev && mkdir -p node_modules")]
    public void Write_NodeWithOrWithoutLockFile_InstallsTheWayThatWorks(bool locked, string expected)
    {
        if (locked)
            _folder.Write("package-lock.json", "{}");

        Scaffold.Write(Request("web", ProjectKind.Node));

        Assert.Contains(expected, File.ReadAllLines(Path.Combine(_folder.Path, "Dockerfile")));
    }

    [Fact]
    public void Write_AnswersThatMakeNoValidFile_NamesThemAndWritesNothing()
    {
        var request = Request("web", ProjectKind.Node) with { App = "Bad Name", Port = 0 };

        var e = Assert.Throws<LandfallException>(() => Scaffold.Write(request));

        Assert.Equal("LF5083", e.Code);
        Assert.Contains("'app' is 'Bad Name'", e.Message, StringComparison.Ordinal);
        Assert.Contains("'port' is 0", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_FileThere_LeavesItAndFails()
    {
        _folder.Write("landfall.yaml", "mine");

        var e = Assert.Throws<LandfallException>(() => Scaffold.Write(Request("web", ProjectKind.Node)));

        Assert.Equal("LF5080", e.Code);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.Path, "landfall.yaml")));
    }

    [Fact]
    public void Write_DockerfileThere_LeavesIt()
    {
        _folder.Write("Dockerfile", "mine");

        Assert.DoesNotContain("Dockerfile", Scaffold.Write(Request("web", ProjectKind.Node)));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.Path, "Dockerfile")));
    }

    [Fact]
    public void Write_GitIgnoreWithoutLastLineFeed_AddsALineOfItsOwn()
    {
        _folder.Write(".gitignore", "dist");

        Assert.Contains(".gitignore", Scaffold.Write(Request("web", ProjectKind.Node)));

        Assert.Equal(["dist", ".landfall/"], File.ReadAllLines(Path.Combine(_folder.Path, ".gitignore")));
    }

    [Theory]
    [InlineData(".landfall")]
    [InlineData("/.landfall/")]
    public void Write_GitIgnoreThatHasIt_LeavesItAndDoesNotListIt(string line)
    {
        _folder.Write(".gitignore", $"dist\n{line}\n");

        Assert.DoesNotContain(".gitignore", Scaffold.Write(Request("web", ProjectKind.Node)));

        Assert.Equal($"dist\n{line}\n", File.ReadAllText(Path.Combine(_folder.Path, ".gitignore")));
    }

    [Theory]
    [InlineData("", "COPY public /usr/share/nginx/html", "=404;")]
    [InlineData("""{ "devDependencies": { "vite": "7" }, "scripts": { "build": "vite build" } }""", "COPY --from=build /app/dist /usr/share/nginx/html", "/index.html;")]
    public void Write_StaticFilesAsAWebService_AreServedByNginx(string package, string files, string otherwise)
    {
        if (package.Length > 0)
            _folder.Write("package.json", package);

        var written = Scaffold.Write(Request("web", ProjectKind.Static));

        var text = File.ReadAllText(Path.Combine(_folder.Path, "Dockerfile"));
        Assert.Contains(files, text, StringComparison.Ordinal);
        Assert.Contains(otherwise, text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Equal(package.Length == 0, written.Contains("public/index.html"));
    }

    private InitRequest Request(string type, ProjectKind kind) =>
        new(_folder.Path, "shop", "api", type, kind, "eu-west-1", 8080, "/health");
}
