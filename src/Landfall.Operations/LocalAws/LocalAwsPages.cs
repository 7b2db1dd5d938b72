using System.Text;
using System.Text.Json;
using Landfall.Config.Plan;

namespace Landfall.Operations.LocalAws;

/// <summary>What the local AWS answers besides AWS's own APIs: its pages below <c>/landfall/</c>.</summary>
internal static class LocalAwsPages
{
    /// <summary>Lists what CloudFormation only recorded there, by type.</summary>
    /// <param name="state">The local AWS.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The resources.</returns>
    public static async Task<IReadOnlyList<RecordedResource>> RecordedAsync(LocalAwsState state, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        var json = await http.GetStringAsync(new Uri(state.Endpoint + "/landfall/recorded"), cancellation).ConfigureAwait(false);
        return JsonSerializer.Deserialize(json, OperationsJson.Default.ListRecordedResource)!;
    }

    /// <summary>
    /// Makes stand-ins for what a plan imports: on AWS it is there before Landfall comes, and the local AWS starts empty.
    /// </summary>
    /// <param name="state">The local AWS.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The ids of what was made; empty when all of it was there.</returns>
    public static async Task<IReadOnlyList<string>> EnsureImportsAsync(LocalAwsState state, AppPlan plan, CancellationToken cancellation)
    {
        if (plan.Domain is null && plan.Network.Import is null)
            return [];
        var request = JsonSerializer.Serialize(
            new
            {
                LocalAwsServer.Account,
                plan.Region,
                Network = plan.Network.Import,
                HostedZones = plan.Domain?.Zones.Select(zone => new { zone.Id, zone.Name }) ?? [],
                Domain = plan.Domain is { } domain
                    ? new { domain.Name, Certificates = new[] { domain.Certificate, domain.CdnCertificate }.OfType<string>().Distinct() }
                    : null,
            },
            JsonSerializerOptions.Web);
        using var http = new HttpClient();
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(state.Endpoint + "/landfall/stand-ins"), content, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        var made = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        return JsonSerializer.Deserialize<List<string>>(made)!;
    }
}
