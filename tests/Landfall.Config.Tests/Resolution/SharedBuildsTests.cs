using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Resolution;

public class SharedBuildsTests
{
    [Fact]
    public void Resolve_SameBuild_IsOneRepository() =>
        Assert.Equal(
            ["api: api", "batch: api", "nightly: api", "staging: staging", "tool: tool"],
            Repositories("""
                nightly: { type: job, schedule: rate(1 day), image: { build: { context: api/, dockerfile: Dockerfile } } }
                batch: { type: job, schedule: rate(1 day), image: { build: ./api } }
                api: { type: web, image: { build: api } }
                staging: { type: internal, image: { build: { context: api, target: debug } } }
                tool: { type: job, schedule: rate(1 day), image: { build: { context: api, args: { A: b } } } }
                """));

    /// <summary>A job that is added must not take the repository from the service that people use.</summary>
    [Fact]
    public void Resolve_ServiceAddedBeforeByName_LeavesTheRepositoryWhereItIs() =>
        Assert.Equal(["a-job: web", "web: web"], Repositories("""
            a-job: { type: job, schedule: rate(1 day), image: { build: . } }
            web: { type: web, image: { build: . } }
            """));

    private static string[] Repositories(string services)
    {
        var plan = TestLoad.Plan(SmallFile.Head + "services:\n" + string.Join('\n', services.Split('\n').Select(line => $"  {line.Trim()}")) + "\n", "dev");
        return [.. plan.Services.OfType<ContainerServicePlan>().Select(service => $"{service.Name}: {service.Image.Repository}")];
    }
}
