using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests;

public class ConfigLoaderTests
{
    [Fact]
    public void Load_EverythingWrong_ReportsEveryProblem()
    {
        var problems = TestLoad.Problems(File.ReadAllText(Path.Combine(GoldenFile.Repository, "tests/Landfall.Config.Tests/Golden/everything-wrong.yaml")));

        GoldenFile.Verify("tests/Landfall.Config.Tests/Golden/everything-wrong.txt", string.Join('\n', problems) + "\n");
    }

    [Fact]
    public void Load_Shop_HasNoProblemsAndKeepsTheOrderOfEnvironments()
    {
        var loaded = TestLoad.Text(ShopFile.Yaml);

        Assert.Empty(loaded.Problems);
        Assert.Equal(["dev", "prod"], loaded.EnvironmentNames);
    }
}
