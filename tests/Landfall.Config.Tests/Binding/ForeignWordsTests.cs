using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Binding;

public class ForeignWordsTests
{
    [Theory]
    [InlineData("codeDeploy")]
    [InlineData("CODE_DEPLOY")]
    public void Load_CodeDeploy_IsAnsweredWithEcsOwnStrategies(string word)
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + $"services: {{ a: {{ type: web, image: n, deploy: {{ strategy: {word} }} }} }}\n").Problems);

        Assert.Equal(ErrorCodes.NotAllowed, problem.Code);
        Assert.Equal(
            $"'strategy' is '{word}', but has to be one of rolling, blueGreen, linear, canary. CloudFormation cannot change the task definition of a service that CodeDeploy deploys. "
            + "Use ECS's own blueGreen, linear or canary, which shift traffic, bake and roll back by alarms alike.",
            problem.Message);
    }

    [Theory]
    [InlineData("type: Load Balanced Web Service", "What the load balancer sends requests from outside to is 'web'.")]
    [InlineData("type: Backend Service", "What only other services reach is 'internal'.")]
    [InlineData("type: worker-service", "What consumes a queue is 'worker'.")]
    [InlineData("type: CronJob", "What runs on a schedule and ends is 'job'.")]
    [InlineData("type: static_site", "Files for browsers are 'site'.")]
    [InlineData("type: web, image: n, architecture: amd64", "The processors of Intel and AMD are 'x86'.")]
    [InlineData("type: web, image: n, architecture: linux/arm64", "The ARM processors are 'arm64'.")]
    [InlineData("type: web, image: n, protocol: HTTPS", "The load balancer ends TLS; what it speaks to the container is 'http', 'http2' or 'grpc'.")]
    [InlineData("type: web, image: n, deploy: { strategy: RollingUpdate }", "Replacing tasks step by step is 'rolling'.")]
    public void Load_WordOfAnotherTool_IsAnsweredWithTheRightOne(string service, string answer)
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + $"services: {{ a: {{ {service} }} }}\n").Problems);

        Assert.Equal(ErrorCodes.NotAllowed, problem.Code);
        Assert.EndsWith(". " + answer, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WordThatIsOnlyMisspelt_IsAnsweredWithWhatWasMeant()
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + "services: { a: { type: web, image: n, deploy: { strategy: bluegreen } } }\n").Problems);

        Assert.EndsWith("Did you mean 'blueGreen'?", problem.Message, StringComparison.Ordinal);
    }
}
