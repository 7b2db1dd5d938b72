using System.Text.Json.Nodes;
using Landfall.Aws.ContainerRegistry;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Images;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Images;

public sealed class ImagePublisherTests : IClassFixture<LocalRegistry>, IDisposable
{
    private readonly LocalRegistry _registry;
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];

    public ImagePublisherTests(LocalRegistry registry)
    {
        _registry = registry;
        _folder.Write("api/Dockerfile", "FROM scratch\nARG VERSION\nCOPY app /\nUSER 1000\n");
        _folder.Write("api/app", Guid.NewGuid().ToString());
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PublishAsync_NewImage_BuildsAndPushesIt()
    {
        LocalRegistry.SkipIfMissing();

        var image = await PublishAsync();

        Assert.Equal(await DigestInRegistryAsync(image.Tag!), image.Digest);
        Assert.Equal("arm64", await ArchitectureAsync(image.Digest!));
    }

    [Fact]
    public async Task PublishAsync_SecondTime_SkipsTheBuild()
    {
        LocalRegistry.SkipIfMissing();
        var first = await PublishAsync();
        _said.Clear();

        var second = await PublishAsync();

        Assert.Equal(first.Digest, second.Digest);
        Assert.Equal($"api: the image {first.Tag} is there already.", Assert.Single(_said));
    }

    [Fact]
    public async Task PublishAsync_BuildOfSeveralServices_IsBuiltAndPushedOnce()
    {
        LocalRegistry.SkipIfMissing();

        var plan = await PublishAsync("services: { worker: { type: job, schedule: rate(1 day), image: { build: ./api } }, api: { type: web, image: { build: api/ } } }");

        var images = plan.Services.OfType<ContainerServicePlan>().Select(service => service.Image).ToArray();
        Assert.Equal(["api", "api"], images.Select(image => image.Repository));
        Assert.NotNull(images[0].Digest);
        Assert.Equal(images[0].Digest, images[1].Digest);
        Assert.Single(_said, line => line.StartsWith("Building ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PublishAsync_ContentChanged_PushesAnotherTag()
    {
        LocalRegistry.SkipIfMissing();
        var first = await PublishAsync();
        _folder.Write("api/app", "changed");

        var second = await PublishAsync();

        Assert.NotEqual(first.Tag, second.Tag);
        Assert.NotNull(await DigestInRegistryAsync(first.Tag!));
        Assert.NotNull(await DigestInRegistryAsync(second.Tag!));
    }

    [Fact]
    public async Task PublishAsync_BuildFails_ShowsTheEnginesWords()
    {
        LocalRegistry.SkipIfMissing();
        _folder.Write("api/Dockerfile", "FROM scratch\nCOPY nothing-of-this-name /\n");

        var e = await Assert.ThrowsAsync<LandfallException>(PublishAsync);

        Assert.Equal("LF5071", e.Code);
        Assert.Contains("nothing-of-this-name", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_ImagesThatWereBuiltBefore_HaveOneDigestInEveryEnvironment()
    {
        LocalRegistry.SkipIfMissing();
        const string services = "services: { api: { type: web, image: { build: ./api } } }";
        var images = Path.Combine(_folder.Path, ".landfall", "images");
        var (dev, prod) = (await BuildAsync(services, "dev", images), await BuildAsync(services, "prod", images));
        Assert.True(Assert.Single(dev).Built);
        Assert.False(Assert.Single(prod).Built);
        _said.Clear();

        var built = BuiltImages.Open([images]);
        var inDev = Image(await PublishAsync(services, built));
        var inProd = Image(await PublishAsync(services, built, "prod"));

        Assert.Equal(dev[0].Digest, inDev.Digest);
        Assert.Equal(dev[0].Digest, inProd.Digest);
        Assert.Equal(dev[0].Digest, await DigestInRegistryAsync(inDev.Tag!));
        Assert.Equal("arm64", await ArchitectureAsync(inDev.Digest!));
        Assert.DoesNotContain(_said, line => line.StartsWith("Building ", StringComparison.Ordinal));

        // A later run, on another machine, takes the same image from where the first environment has it.
        var later = Path.Combine(_folder.Path, ".landfall", "later");
        using var earlier = new EarlierBuilds(new RegistryCredentials(_registry.Address, "", ""), new AwsNames("shop", "dev"));
        var taken = Assert.Single(await BuildAsync(services, "prod", later, earlier));
        Assert.Equal((dev[0].Digest, false), (taken.Digest, taken.Built));
        Assert.Equal(dev[0].Digest, Image(await PublishAsync(services.Replace("api:", "other:", StringComparison.Ordinal), BuiltImages.Open([later]))).Digest);
    }

    [Fact]
    public async Task PublishAsync_ImageThatWasNotBuiltBefore_IsNotBuilt()
    {
        LocalRegistry.SkipIfMissing();
        const string services = "services: { api: { type: web, image: { build: ./api } } }";
        var images = Path.Combine(_folder.Path, ".landfall", "images");
        await BuildAsync(services, "dev", images);
        _folder.Write("api/app", "changed since");

        var e = await Assert.ThrowsAsync<LandfallException>(() => PublishAsync(services, BuiltImages.Open([images])));

        Assert.Equal(ErrorCodes.ImagesFolder, e.Code);
        Assert.Contains("The image of 'api' for 'dev' is not in", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_DockerfileMissing_NamesIt()
    {
        File.Delete(Path.Combine(_folder.Path, "api", "Dockerfile"));

        var e = await Assert.ThrowsAsync<LandfallException>(PublishAsync);

        Assert.Equal("LF5074", e.Code);
        Assert.Contains(Path.Combine(_folder.Path, "api", "Dockerfile"), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_EngineMissing_NamesTheWaysOut()
    {
        var e = await Assert.ThrowsAsync<LandfallException>(
            () => ContainerEngine.FindAsync("no-such-engine", TestContext.Current.CancellationToken));

        Assert.Equal("LF5070", e.Code);
        foreach (var way in new[] { "docker, podman, finch or buildah", "image: registry/name:tag", "--local" })
            Assert.Contains(way, e.Message, StringComparison.Ordinal);
    }

    private async Task<ImagePlan> PublishAsync() =>
        ((WebServicePlan)(await PublishAsync("services: { api: { type: web, image: { build: { context: api, args: { VERSION: 1 } } } } }")).Services[0]).Image;

    private async Task<AppPlan> PublishAsync(string services, BuiltImages? built = null, string environment = "dev")
    {
        var credentials = new RegistryCredentials(_registry.Address, "", "");
        return await new ImagePublisher(credentials, built, _said.Add).PublishAsync(Load(services, environment), TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<BuiltImage>> BuildAsync(string services, string environment, string folder, EarlierBuilds? earlier = null) =>
        await new ImageBuilder(OciLayout.Create(folder), earlier, Path.Combine(_folder.Path, ".landfall", "work"), _said.Add)
            .BuildAsync(Load(services, environment), architecture: null, TestContext.Current.CancellationToken);

    private static ImagePlan Image(AppPlan plan) => plan.Services.OfType<ContainerServicePlan>().Single().Image;

    private Project Load(string services, string environment)
    {
        _folder.Write("landfall.yaml", $$"""
            app: shop
            region: us-east-1
            environments: { dev: {}, prod: {} }
            {{services}}
            """);
        var plan = ProjectLoader.Load(_folder.Path, environment).Plan;
        return new Project(_folder.Path, ImageTags.Compute(plan, _folder.Path));
    }

    private async Task<string?> DigestInRegistryAsync(string tag)
    {
        using var answer = await AskAsync($"manifests/{tag}");
        return answer.IsSuccessStatusCode ? answer.Headers.GetValues("Docker-Content-Digest").Single() : null;
    }

    private async Task<string> ArchitectureAsync(string digest)
    {
        var manifest = await JsonAsync($"manifests/{digest}");
        return (string)(await JsonAsync($"blobs/{manifest["config"]!["digest"]}"))["architecture"]!;
    }

    private async Task<JsonNode> JsonAsync(string path)
    {
        using var answer = await AskAsync(path);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<HttpResponseMessage> AskAsync(string path)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.oci.image.manifest.v1+json");
        return await http.GetAsync(new Uri($"http://{_registry.Address}/v2/shop/dev/api/{path}"), TestContext.Current.CancellationToken);
    }
}
