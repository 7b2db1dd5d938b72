using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Tests.Deployment;

/// <summary>An environment with nothing out of the ordinary: one service, or those that are told.</summary>
internal static class PlainPlan
{
    public static AppPlan Create(string services = "api: { type: web, image: n }", string more = "")
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\nservices: {{ {services} }}\n{more}\n");
        return PlanResolver.Resolve(ConfigLoader.Load(folder.Path, _ => null).Config!, "dev", null);
    }
}
