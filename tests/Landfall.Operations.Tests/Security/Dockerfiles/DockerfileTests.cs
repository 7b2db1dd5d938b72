using Landfall.Operations.Security.Dockerfiles;

namespace Landfall.Operations.Tests.Security.Dockerfiles;

public sealed class DockerfileTests
{
    [Theory]
    [InlineData("Dockerfile", true)]
    [InlineData("api/Dockerfile.web", true)]
    [InlineData("api/web.dockerfile", true)]
    [InlineData("Containerfile", true)]
    [InlineData("Dockerfiles.md", false)]
    [InlineData("docs/docker.md", false)]
    public void IsOne_Name_TellsDockerfiles(string path, bool expected) => Assert.Equal(expected, Dockerfile.IsOne(path));

    [Fact]
    public void Parse_ContinuedLines_AreOneInstructionOfItsFirstLine()
    {
        var run = Assert.Single(Dockerfile.Parse("FROM a:1\n\nRUN one && \\\n  # why\n\n  two\nUSER x").Stages[0].Instructions, i => i.Name == "RUN");

        Assert.Equal(3, run.Line);
        Assert.Equal(["one", "two"], run.Commands.Select(c => c.Program));
    }

    [Fact]
    public void Parse_EscapeDirective_ContinuesByABacktick()
    {
        var stage = Dockerfile.Parse("# escape=`\nFROM a:1\nRUN dir C:\\ `\n  x\nUSER y").Stages[0];

        Assert.Equal(["RUN", "USER"], stage.Instructions.Select(i => i.Name));
    }

    [Fact]
    public void Parse_HereDocument_IsNoInstructions()
    {
        var stage = Dockerfile.Parse("FROM a:1\nCOPY <<EOF /etc/x\nUSER root\nEOF\nRUN <<-END\n\tcurl x\n\tEND\nUSER app").Stages[0];

        Assert.Equal(["COPY", "RUN", "USER"], stage.Instructions.Select(i => i.Name));
        Assert.Equal("curl", Assert.Single(stage.Instructions[1].Commands).Program);
    }

    [Fact]
    public void Parse_StageByName_IsTheBase()
    {
        var stages = Dockerfile.Parse("FROM a:1 AS Build\nFROM build AS next\nFROM --platform=linux/arm64 b:2").Stages;

        Assert.Same(stages[0], stages[1].Base);
        Assert.Null(stages[2].Base);
        Assert.Equal("b:2", stages[2].Image);
    }

    [Fact]
    public void Parse_ListForm_IsOneCommand() =>
        Assert.Equal(["curl", "-k", "a | sh"], Assert.Single(Dockerfile.Parse("FROM a:1\nRUN [\"curl\", \"-k\", \"a | sh\"]").Stages[0].Instructions[0].Commands).Words);

    [Theory]
    [InlineData("a-$X", "a-1")]
    [InlineData("${Y:-d}", "d")]
    [InlineData("${X:+p}", "p")]
    [InlineData("${Y}", null)]
    public void Expand_Variables_ByDocker(string text, string? expected) =>
        Assert.Equal(expected, Expansion.Of(text, new Dictionary<string, string?> { ["X"] = "1", ["Y"] = null }));

    [Theory]
    [InlineData("")]
    [InlineData("RUN \\")]
    [InlineData("FROM")]
    [InlineData("FROM a b c\nRUN <<")]
    [InlineData("FROM a:1\nRUN <<EOF\nnever ends")]
    [InlineData("FROM a:1\nRUN [\"x\nENV\nARG =\nUSER ''")]
    public void Parse_Broken_NeverFails(string text) => Assert.NotNull(Dockerfile.Parse(text));
}
