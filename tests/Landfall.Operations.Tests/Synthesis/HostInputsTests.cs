using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Tests.Synthesis;

public sealed class HostInputsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HostInputsTests()
    {
        // A host in a project, a library of the user's beside it, a linked file elsewhere, and what both inherit.
        Write("work/Directory.Build.props", "<Project />");
        Write("work/Directory.Packages.props", "<Project />");
        Write("work/infra/Infra.csproj", "<Project />");
        Write("work/infra/App.cs", "class App;");
        Write("work/infra/functions/index.js", "exports.handler = 1");
        Write("work/shared/Shared.csproj", "<Project />");
        Write("work/shared/Rules.cs", "class Rules;");
        Write("elsewhere/Linked.cs", "class Linked;");
    }

    [Fact]
    public void AreCurrent_NothingChanged_IsTrue()
    {
        Record();

        Assert.True(AreCurrent());
    }

    [Theory]
    [InlineData("work/infra/App.cs", "a source")]
    [InlineData("work/infra/New.cs", "a new source, which the project's pattern takes in")]
    [InlineData("work/infra/Infra.csproj", "the project")]
    [InlineData("work/infra/functions/index.js", "a file that the host may read when it runs")]
    [InlineData("work/shared/Rules.cs", "a source of a referenced project")]
    [InlineData("work/shared/New.cs", "a new source of a referenced project")]
    [InlineData("work/shared/Shared.csproj", "a referenced project")]
    [InlineData("elsewhere/Linked.cs", "a source from outside")]
    [InlineData("work/Directory.Build.props", "settings above")]
    [InlineData("work/Directory.Build.targets", "new settings above")]
    [InlineData("work/infra/Directory.Build.props", "new settings that hide those above")]
    [InlineData("work/Directory.Packages.props", "package versions")]
    [InlineData("work/infra/packages.lock.json", "locked package versions")]
    [InlineData("work/nuget.config", "package sources")]
    [InlineData("work/global.json", "the choice of the SDK")]
    [InlineData("work/.editorconfig", "rules of the compiler's")]
    public void AreCurrent_AnInputChanged_IsFalse(string file, string what)
    {
        Record();

        Write(file, "changed");

        Assert.False(AreCurrent(), what);
    }

    [Fact]
    public void AreCurrent_AnInputGone_IsFalse()
    {
        Record();

        File.Delete(PathOf("elsewhere/Linked.cs")); // as when an SDK or a package is removed

        Assert.False(AreCurrent());
    }

    [Fact]
    public void AreCurrent_SameContentWrittenAgain_IsTrue()
    {
        Record();

        Write("work/infra/App.cs", "class App;");

        Assert.True(AreCurrent());
    }

    [Theory]
    [InlineData("work/infra/bin/Debug/Infra.dll")]
    [InlineData("work/infra/obj/project.assets.json")]
    [InlineData("work/infra/.vs/state.json")]
    [InlineData("work/README.md")]
    [InlineData("work/infra/.landfall/dev/deploy.log")]
    [InlineData("work/infra/templates/landfall.stamp")]
    [InlineData("work/infra/cdk.out/manifest.json")]
    [InlineData("work/infra/landfall.context.json")]
    public void AreCurrent_AnOutputOrUnrelatedFileChanged_IsTrue(string file)
    {
        Record();

        Write(file, "changed");

        Assert.True(AreCurrent());
    }

    [Fact]
    public void Of_AnInputChangedDuringTheBuild_MatchesNothing()
    {
        Record(began: DateTime.UtcNow.AddMinutes(-1));

        Assert.False(AreCurrent());
    }

    [Fact]
    public void Read_NoRecord_IsNull() => Assert.Null(HostInputs.Read(_folder.Path));

    public void Dispose() => _folder.Dispose();

    private string PathOf(string file) => Path.Combine(_folder.Path, file);

    private void Write(string file, string content) => _folder.Write(file, content);

    private void Record(DateTime? began = null)
    {
        string[] read =
        [
            "work/Directory.Build.props", "work/Directory.Packages.props", "work/infra/Infra.csproj", "work/infra/App.cs",
            "work/shared/Shared.csproj", "work/shared/Rules.cs", "elsewhere/Linked.cs",
        ];
        HostInputs.Of(PathOf("work/infra/Infra.csproj"), [.. read.Select(PathOf)], began ?? DateTime.UtcNow.AddMinutes(1)).Write(_folder.Path);
    }

    private bool AreCurrent() => HostInputs.Read(_folder.Path)!.AreCurrent;
}
