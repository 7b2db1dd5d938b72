using Landfall.Operations.Images;

namespace Landfall.Operations.Tests.Images;

public sealed class ContainerEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("docker", false)]
    [InlineData("finch", false)]
    [InlineData("podman", true)]
    [InlineData("buildah", true)]
    public async Task BuildAsync_Context_IsWithoutWhatIsLandfalls(string name, bool told)
    {
        var engine = Engine(name);
        _folder.Write("app/Dockerfile", "FROM scratch\n");
        _folder.Write("app/.dockerignore", "*.md\n");
        _folder.Write("app/templates/landfall.stamp", "1\n");
        var context = Path.Combine(_folder.Path, "app");
        var work = Path.Combine(context, ".landfall", "dev", "images", "api");
        var build = new ImageBuild(context, Path.Combine(context, "Dockerfile"), null, new Dictionary<string, string>(), "linux/arm64");

        await engine.BuildAsync(build, "api:1", work, _ => { }, TestContext.Current.CancellationToken);

        var dockerfile = Path.Combine(work, "Dockerfile");
        string[] ignore = told ? ["--ignorefile", dockerfile + ".dockerignore"] : [];
        string[] expected = ["build", "--file", dockerfile, "--tag", "api:1", "--platform", "linux/arm64", .. ignore, context];
        string[] kept = ["*.md", "**/.landfall", "**/cdk.out", "**/landfall.context.json", "templates"];
        Assert.Equal(expected, await LinesAsync(Path.Combine(_folder.Path, "arguments")));
        Assert.Equal(["FROM scratch"], await LinesAsync(dockerfile));
        Assert.Equal(kept, await LinesAsync(dockerfile + ".dockerignore"));
    }

    private static Task<string[]> LinesAsync(string file) => File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);

    /// <summary>A program of the engine's name that writes down what it is told.</summary>
    private ContainerEngine Engine(string name)
    {
        _folder.Write($"bin/{name}", $"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{_folder.Path}/arguments'\n");
        var program = Path.Combine(_folder.Path, "bin", name);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new ContainerEngine(program);
    }
}
