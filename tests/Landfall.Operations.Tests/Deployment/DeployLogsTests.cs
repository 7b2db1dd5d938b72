using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DeployLogsTests
{
    [Fact]
    public void Begin_MoreThanAreKept_DeletesTheOldest()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "landfall.yaml"), "app: shop\nregion: us-east-1\nenvironments: { dev: { account: \"111111111111\" } }\nqueues: { emails: {} }\n");
        var project = ProjectLoader.Load(folder.Path, null);
        var began = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2));

        for (var hour = 0; hour < 25; hour++)
            File.WriteAllText(DeployLogs.Begin(project, began.AddHours(hour)), "cdk deploy");

        var names = Directory.GetFiles(project.EnvironmentFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(20, names.Count);
        Assert.Equal(("deploy-20260301T150000Z.log", "deploy-20260302T100000Z.log"), (names[0], names[^1]));
    }
}
