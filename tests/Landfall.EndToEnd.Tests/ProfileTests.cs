using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A profile in the file: the credentials of ~/.aws, as with --profile of the AWS CLI.</summary>
public sealed class ProfileTests(LocalCloud cloud) : IClassFixture<LocalCloud>, IDisposable
{
    private readonly TemporaryFolder _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task ContextRefresh_ProfileOfTheFile_HasTheCredentials()
    {
        var folder = cloud.Project("app: who\nregion: eu-west-1\nenvironments: { dev: { profile: team } }\n");
        _aws.Write("config", "[profile team]\naws_access_key_id = of-the-profile\naws_secret_access_key = secret\n");

        // There are no others: what was looked up was asked for with the profile's.
        var found = (await cloud.LandfallOnAwsAsync(Variables(), "context", "refresh", folder, "--json")).Succeeded();

        Assert.NotEmpty(JsonNode.Parse(found.Output)!["changes"]!.AsArray());
        Assert.True(File.Exists(Path.Combine(folder, "landfall.context.json")));
    }

    [Fact]
    public async Task Diff_ProfileThatIsNotThere_IsNamedWithWhatToDo()
    {
        var folder = cloud.Project("app: who\nregion: eu-west-1\nprofile: nobody\nenvironments: { dev: {} }\n");
        _aws.Write("config", "[profile team]\nregion = eu-west-1\n");

        var result = await cloud.LandfallOnAwsAsync(Variables(), "diff", folder);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("LF5097 Environment 'dev' uses the profile 'nobody', but there are no credentials by that name", result.Error, StringComparison.Ordinal);
    }

    private Dictionary<string, string?> Variables() => new()
    {
        ["AWS_CONFIG_FILE"] = Path.Combine(_aws.Path, "config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_aws.Path, "credentials"),
        ["AWS_ACCESS_KEY_ID"] = null,
        ["AWS_SECRET_ACCESS_KEY"] = null,
    };
}
