using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Dashboards;

/// <summary>The dashboard of a site: what its CDN answers.</summary>
internal static class SiteDashboard
{
    // "CloudFront metrics are available only in the US East (N. Virginia) Region", with the dimension Region of Global (Amazon
    // CloudFront Developer Guide, Types of metrics for CloudFront).
    private const string Region = "us-east-1";

    public static void AddTo(LandfallStack stack, string title, string distribution)
    {
        if (stack.Plan.Dashboards != DashboardMode.Services)
        {
            return;
        }

        var body = new DashboardBody(stack);
        body.Graph($"{title}: requests", [Line("requests", "Requests", "Sum")], Region);
        body.Graph($"{title}: errors (%)", [Line("4xx", "4xxErrorRate", "Average"), Line("5xx", "5xxErrorRate", "Average")], Region);
        body.Graph($"{title}: bytes sent", [Line("bytes", "BytesDownloaded", "Sum")], Region);
        body.Create();

        JsonArray Line(string label, string metric, string statistic) =>
            DashboardLine.Metric(label, "AWS/CloudFront", metric, statistic, ("Region", "Global"), ("DistributionId", distribution));
    }
}
