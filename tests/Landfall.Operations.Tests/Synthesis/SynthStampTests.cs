using Landfall.Config;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Tests.Synthesis;

public sealed class SynthStampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Project _project;

    public SynthStampTests()
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: us-east-1\nenvironments: { dev: {} }\nservices: { web: { type: site } }\n");
        _folder.Write("index.html", "<h1>Shop</h1>");
        _project = ProjectLoader.Load(_folder.Path, null);
    }

    public static TheoryData<string, string> Harms
    {
        get
        {
            var harms = new TheoryData<string, string>();
            foreach (var file in new[] { "manifest.json", "shop-dev-web.template.json", "landfall.stamp", "landfall.files" })
            {
                foreach (var harm in Harm.Kinds.Where(h => (file, h) is not ("landfall.files", "longer")))
                    harms.Add(file, harm);
            }

            return harms;
        }
    }

    private string Output => _project.AssemblyFolder(local: false);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".landfall/dev/deploy.log")]
    [InlineData("templates/landfall.stamp")]
    [InlineData("cdk.out/manifest.json")]
    [InlineData("landfall.context.json")]
    public void Compute_SiteOfTheWholeProject_IsWithoutLandfallsOwnState(string file)
    {
        var before = Compute();
        _folder.Write(file, "1");

        Assert.Equal(before, Compute());
    }

    [Fact]
    public void Compute_LockedByThisRun_IsPossible()
    {
        _folder.Write(".landfall/dev/lock", "");
        using var taken = new FileStream(
            Path.Combine(_project.EnvironmentFolder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.NotEmpty(Compute());
    }

    [Fact]
    public void Compute_PageChanged_IsAnother()
    {
        var before = Compute();
        _folder.Write("index.html", "<h1>Shop!</h1>");

        Assert.NotEqual(before, Compute());
    }

    [Fact]
    public void Matches_WrittenAssembly_IsTrueForItsStampAlone()
    {
        Write();

        Assert.True(SynthStamp.Matches(Output, "1"));
        Assert.False(SynthStamp.Matches(Output, "2"));
    }

    [Theory]
    [MemberData(nameof(Harms))]
    public void Matches_HarmedAssembly_IsFalse(string file, string harm)
    {
        Write();

        Harm.Do(harm, Path.Combine(Output, file));

        Assert.False(SynthStamp.Matches(Output, "1"));
        Assert.False(SynthStamp.IsIn(Output));
    }

    [Fact]
    public void Begin_UnfinishedAssembly_IsOwnStateAndNoAssembly()
    {
        Directory.CreateDirectory(Output);
        SynthStamp.Begin(Output);

        Assert.True(OwnState.IsOwn(Output));
        Assert.False(SynthStamp.IsIn(Output));
    }

    private string Compute() => SynthStamp.Compute(new SynthesisRequest(_project, Output, Check: false), new SynthHost("host.dll", "1"));

    private void Write()
    {
        _folder.Write(".landfall/dev/cdk.out/manifest.json", "{ \"artifacts\": {} }");
        _folder.Write(".landfall/dev/cdk.out/shop-dev-web.template.json", "{ \"Resources\": {} }");
        SynthStamp.Write(Output, "1", _project.Plan);
    }
}
