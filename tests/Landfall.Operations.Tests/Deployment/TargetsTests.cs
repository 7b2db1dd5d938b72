using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Deployment;

public sealed class TargetsTests : IDisposable
{
    private static readonly Dictionary<string, string> Elsewhere = new() { ["shop-dev-edge-global"] = "us-east-1" };

    private readonly HttpStub _http = HttpStub.Answering(_ => new StubAnswer(200, """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
        """));

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(null, null)]
    [InlineData("111111111111", null)]
    [InlineData("111111111111", "team")]
    public async Task Of_CredentialsOfTheEnvironmentsAccount_IsThatAccount(string? expected, string? profile)
    {
        using var target = await OfAsync(expected, profile);

        Assert.Equal(("111111111111", "eu-west-1", profile, false), (target.Account, target.Region, target.Profile, target.IsLocal));
        Assert.Equal(Elsewhere, target.Regions.Elsewhere);
    }

    [Theory]
    [InlineData(null, "Choose another profile with 'profile' or AWS_PROFILE.")]
    [InlineData("team", "Choose another profile with 'profile'.")]
    public async Task Of_CredentialsOfAnotherAccount_AreRefused(string? profile, string remedy)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => OfAsync("222222222222", profile));

        Assert.Equal(ErrorCodes.WrongAccount, refused.Code);
        Assert.Equal($"Environment 'dev' is in account 222222222222, but the credentials are of account 111111111111. {remedy}", refused.Message);
    }

    [Fact]
    public async Task Open_ProfileThatIsNotSetUp_IsRefusedBeforeAnythingIsAsked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: { profile: no-such-profile-of-anybody } }\n");
        var plan = ProjectLoader.Load(folder.Path, "dev").Plan;

        var refused = await Assert.ThrowsAsync<LandfallException>(() => Targets.OpenAsync(plan, local: false, TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.ProfileMissing, refused.Code);
        Assert.Equal(
            "Environment 'dev' uses the profile 'no-such-profile-of-anybody', but there are no credentials by that name in ~/.aws/config or ~/.aws/credentials."
            + " Set it up with 'aws configure sso --profile no-such-profile-of-anybody' or 'aws configure --profile no-such-profile-of-anybody', or change 'profile'.",
            refused.Message);
    }

    [Fact]
    public async Task Of_LocalAws_GoesThereWhateverTheProcessIsSetTo()
    {
        using var target = Targets.Of(new LocalAwsState(_http.Url, 1, DateTimeOffset.UnixEpoch), "eu-west-1", Elsewhere, TimeProvider.System);

        Assert.Equal((LocalAwsServer.Account, "eu-west-1", _http.Url), (target.Account, target.Region, target.LocalEndpoint));
        Assert.Equal("111111111111", await target.Session.GetAccountAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Credential=local/", Assert.Single(_http.Requests).Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(Elsewhere, target.Regions.Elsewhere);
    }

    private Task<AwsTarget> OfAsync(string? expected, string? profile)
    {
        var session = new AwsSession("eu-west-1", TimeProvider.System, new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);
        return Targets.OfAsync(session, "dev", expected, profile, Elsewhere, TestContext.Current.CancellationToken);
    }
}
