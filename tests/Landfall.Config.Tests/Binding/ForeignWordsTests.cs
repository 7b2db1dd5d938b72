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

    [Fact]
    public void Load_WordThatIsOnlyMisspelt_IsAnsweredWithWhatWasMeant()
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + "services: { a: { type: web, image: n, deploy: { strategy: bluegreen } } }\n").Problems);

        Assert.EndsWith("Did you mean 'blueGreen'?", problem.Message, StringComparison.Ordinal);
    }
}
