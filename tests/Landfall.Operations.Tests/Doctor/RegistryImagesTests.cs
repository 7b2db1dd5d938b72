using Landfall.Operations.Doctor;
using Landfall.Operations.Doctor.Checks;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Doctor;

/// <summary>Images of a registry that runs here.</summary>
public sealed class RegistryImagesTests : IDisposable
{
    private const string Index = """
        {"manifests":[{"digest":"sha256:1","platform":{"os":"linux","architecture":"amd64"}},{"digest":"sha256:2","platform":{"os":"unknown","architecture":"unknown"}},
          {"digest":"sha256:3","platform":{"os":"windows","architecture":"arm64"}}]}
        """;

    private readonly StubAws _aws = new();
    private readonly HttpStub _registry;
    private Func<StubRequest, StubAnswer> _answer = _ => new StubAnswer(404, "{}");

    public RegistryImagesTests() => _registry = HttpStub.Answering(request => _answer(request));

    public void Dispose()
    {
        _registry.Dispose();
        _aws.Dispose();
    }

    [Theory]
    [InlineData("x86", "Well", "is there, for amd64.", null)]
    [InlineData("arm64", "Broken", "is for amd64, and its tasks run on arm64: they stop with 'exec format error'.", "Set 'architecture: x86', or take an image that is built for arm64.")]
    public async Task LookAsync_Index_IsComparedWithTheProcessorOfTheTasks(string processor, string state, string what, string? fix)
    {
        _answer = request => request.PathAndQuery == "/v2/team/app/manifests/1.0" ? new StubAnswer(200, Index) : new StubAnswer(404, "{}");

        var found = await LookAsync(processor);

        Assert.Equal((state, fix), (found.State.ToString(), found.Fix));
        Assert.EndsWith(what, found.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookAsync_SingleManifest_HasItsProcessorInItsConfiguration()
    {
        _answer = request => request.PathAndQuery switch
        {
            "/v2/team/app/manifests/1.0" => new StubAnswer(200, """{"config":{"digest":"sha256:c"}}"""),
            "/v2/team/app/blobs/sha256:c" => new StubAnswer(200, """{"os":"linux","architecture":"arm64"}"""),
            _ => new StubAnswer(404, "{}"),
        };

        Assert.Equal(SymptomState.Well, (await LookAsync("arm64")).State);
        Assert.Equal("Set 'architecture: arm64', or take an image that is built for amd64.", (await LookAsync("x86")).Fix);
    }

    [Fact]
    public async Task LookAsync_RegistryThatWantsAToken_IsAskedAgainWithIt()
    {
        _answer = request => request.PathAndQuery switch
        {
            "/token?scope=repository%3Ateam%2Fapp%3Apull&service=here" => new StubAnswer(200, """{"token":"t0"}"""),
            "/v2/team/app/manifests/1.0" when request.Headers.GetValueOrDefault("Authorization") == "Bearer t0" => new StubAnswer(200, Index),
            _ => new StubAnswer(401, "{}") { Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = $"Bearer realm=\"{_registry.Url}/token\",service=\"here\",scope=\"repository:team/app:pull\"" } },
        };

        Assert.Equal(SymptomState.Well, (await LookAsync("x86")).State);
        Assert.Equal(3, _registry.Requests.Count);
    }

    [Fact]
    public async Task LookAsync_TokenThatWouldGoInPlainToAStranger_IsNotAskedFor()
    {
        _answer = _ => new StubAnswer(401, "{}") { Headers = new Dictionary<string, string> { ["WWW-Authenticate"] = "Bearer realm=\"http://example.com/token\"" } };

        var found = await LookAsync("x86");

        Assert.Equal(SymptomState.Unseen, found.State);
        Assert.Contains("answers 401", found.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookAsync_ImageThatIsNotThere_CannotStart()
    {
        var found = await LookAsync("x86");

        Assert.Equal(SymptomState.Broken, found.State);
        Assert.EndsWith(": tasks cannot start.", found.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(200, "no JSON")]
    public async Task LookAsync_RegistryThatDoesNotAnswerSoundly_IsUnseen(int status, string body)
    {
        _answer = _ => new StubAnswer(status, body);

        Assert.Equal(SymptomState.Unseen, (await LookAsync("x86")).State);
    }

    [Fact]
    public async Task LookAsync_OneImageOfSeveralServices_IsAskedForOnce()
    {
        _answer = _ => new StubAnswer(200, Index);
        var image = Image();

        var found = Assert.Single(await new RegistryImages().LookAsync(
            PlainPlan.Create($"a: {{ type: internal, image: '{image}', architecture: x86 }}, b: {{ type: internal, image: '{image}', architecture: x86 }}"), _aws.Target, default, TestContext.Current.CancellationToken));

        Assert.Contains($"'{image}' of a, b is there", found.What, StringComparison.Ordinal);
        Assert.Single(_registry.Requests);
    }

    private string Image() => $"{new Uri(_registry.Url).Authority}/team/app:1.0";

    private async Task<Symptom> LookAsync(string processor) => Assert.Single(await new RegistryImages().LookAsync(
        PlainPlan.Create($"a: {{ type: internal, image: '{Image()}', architecture: {processor} }}"), _aws.Target, default, TestContext.Current.CancellationToken));
}
