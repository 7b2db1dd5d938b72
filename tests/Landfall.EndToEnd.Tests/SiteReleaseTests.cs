namespace Landfall.EndToEnd.Tests;

/// <summary>A site's release never takes away what somebody's open page still asks for.</summary>
[LongRun]
public sealed class SiteReleaseTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Yaml = """
        app: press
        region: us-east-1
        environments: { dev: {} }
        services:
          web: { type: site, source: ./web }
        """;

    private const string Bucket = "press-dev-site-web-123456789012-us-east-1";

    [Fact]
    public async Task Deploy_NextRelease_KeepsOldFilesMarkedAndRemovesOldPages()
    {
        var project = cloud.Project(Yaml);
        Write(project, "index.html", "<script src=app.1.js></script>");
        Write(project, "about.html", "<p>about</p>");
        Write(project, "app.1.js", "1");
        Write(project, "logo.svg", "<svg/>");
        await cloud.DeployAsync(project, "dev");
        Assert.Equal(["404.html", "about.html", "app.1.js", "index.html", "logo.svg"], await KeysAsync());
        Assert.Empty(await TagsAsync("app.1.js"));

        Directory.Delete(Path.Combine(project, "web"), recursive: true);
        Write(project, "index.html", "<script src=app.2.js></script>");
        Write(project, "app.2.js", "2");
        Write(project, "logo.svg", "<svg/>");
        await cloud.DeployAsync(project, "dev");

        Assert.Equal(["404.html", "app.1.js", "app.2.js", "index.html", "logo.svg"], await KeysAsync());
        Assert.Equal(["landfall:left=true"], await TagsAsync("app.1.js"));
        Assert.Empty(await TagsAsync("app.2.js"));
        Assert.Empty(await TagsAsync("logo.svg"));
        var old = await cloud.AwsAsync("s3api", "head-object", "--bucket", Bucket, "--key", "app.1.js");
        Assert.Equal("max-age=86400", (string?)old["CacheControl"]); // served as it was
        var rule = (await cloud.AwsAsync("s3api", "get-bucket-lifecycle-configuration", "--bucket", Bucket))["Rules"]![0]!;
        Assert.Equal("left", (string?)rule["ID"]);
        Assert.Equal(7, (int?)rule["Expiration"]!["Days"]);

        File.Delete(Path.Combine(project, "web", "app.2.js"));
        Write(project, "index.html", "<script src=app.1.js></script>");
        Write(project, "app.1.js", "1");
        await cloud.DeployAsync(project, "dev"); // back to the first: what is wanted again loses its mark

        Assert.Empty(await TagsAsync("app.1.js"));
        Assert.Equal(["landfall:left=true"], await TagsAsync("app.2.js"));
    }

    private static void Write(string project, string name, string text) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(project, "web")).FullName, name), text);

    private async Task<IEnumerable<string>> KeysAsync() =>
        (await cloud.AwsAsync("s3api", "list-objects-v2", "--bucket", Bucket))["Contents"]!.AsArray().Select(o => (string)o!["Key"]!);

    private async Task<IEnumerable<string>> TagsAsync(string key) =>
        (await cloud.AwsAsync("s3api", "get-object-tagging", "--bucket", Bucket, "--key", key))["TagSet"]!.AsArray()
            .Select(t => $"{(string?)t!["Key"]}={(string?)t["Value"]}");
}
