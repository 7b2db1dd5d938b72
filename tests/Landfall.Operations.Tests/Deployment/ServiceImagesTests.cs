using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Deployment;

public sealed class ServiceImagesTests : IDisposable
{
    private const string Ready = "proxy: { type: web, image: \"public.ecr.aws/nginx/nginx:1.27\", port: 80 }";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpStub _http = HttpStub.Answering(_ => new StubAnswer(500, ""));
    private readonly AwsSession _session;
    private readonly Answering _watcher = new(null);

    public ServiceImagesTests() =>
        _session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);

    public void Dispose()
    {
        _folder.Dispose();
        _session.Dispose();
        _http.Dispose();
    }

    [Fact]
    public void SayWhatIsSkipped_ImagesThatAreBuilt_AreNamed()
    {
        new ServiceImages(_session, built: null, _watcher).SayWhatIsSkipped(Load($"{Ready}\n  api: {{ type: internal, image: {{ build: ./api }}, port: 80 }}\n  mail: {{ type: internal, image: {{ build: ./mail }}, port: 81 }}").Plan);

        Assert.Equal(["The local AWS runs no containers: the images of api, mail are not built."], _watcher.Said);
    }

    [Fact]
    public async Task Publish_NoImageIsBuilt_SaysAndPublishesNothing()
    {
        var project = Load(Ready);

        new ServiceImages(_session, built: null, _watcher).SayWhatIsSkipped(project.Plan);

        Assert.Null(await new ServiceImages(_session, built: null, _watcher).PublishAsync(project, TestContext.Current.CancellationToken));
        Assert.Empty(_watcher.Said);
        Assert.Empty(_http.Requests);
    }

    private Project Load(string services)
    {
        _folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\nservices:\n  {services}\n");
        return ProjectLoader.Load(_folder.Path, "dev");
    }
}
