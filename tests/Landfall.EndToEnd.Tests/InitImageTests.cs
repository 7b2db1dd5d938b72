namespace Landfall.EndToEnd.Tests;

/// <summary>What <c>init</c> writes for code without packages is built, runs without rights and answers, with no download.</summary>
public sealed class InitImageTests
{
    [Fact]
    public async Task Init_PlainNode_IsBuiltAndAnswersItsHealthPath()
    {
        foreach (var (tool, package) in new[] { ("podman", "podman"), ("runc", "runc"), ("buildah", "buildah"), ("curl", "curl") })
            RequiredTool.OrSkip(tool, $"apt-get install {package}");
        RequiredTool.OrSkip("npm", "Node.js with npm");

        var result = await ProgramRun.RunAsync(
            Path.Combine(Repository.Root, "eng", "init-matrix.sh"), ["node-plain"], new Dictionary<string, string?> { ["INIT_BASE"] = "node" });

        Assert.Equal("node-plain: answers", result.Succeeded().Output.Trim());
    }
}
