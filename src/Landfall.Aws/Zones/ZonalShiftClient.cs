using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Zones;

/// <summary>The part of Application Recovery Controller that keeps traffic away from a zone.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ZonalShiftClient(AwsSession session)
{
    private static readonly AwsService Service = new("arc-zonal-shift", "arc-zonal-shift", "ARC_ZONAL_SHIFT", "2022-10-30");

    /// <summary>
    /// Lists what can be shifted: "resources are automatically registered with ARC by Amazon Web Services services" (StartZonalShift), load
    /// balancers once their attribute <c>zonal_shift.config.enabled</c> is true.
    /// </summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>All of the account and region.</returns>
    public async Task<IReadOnlyList<ManagedBalancer>> ListManagedAsync(CancellationToken cancellation) =>
    [
        .. (await ListAsync("ListManagedResources", "/managedresources?", cancellation).ConfigureAwait(false))
            .Select(one => new ManagedBalancer(TaskReader.Text(one, "arn"), [.. (one["availabilityZones"] as JsonArray ?? []).Select(zone => (string)zone!)])),
    ];

    /// <summary>Lists the shifts that hold now.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>All of the account and region.</returns>
    public async Task<IReadOnlyList<ZonalShift>> ListActiveAsync(CancellationToken cancellation) =>
        [.. (await ListAsync("ListZonalShifts", "/zonalshifts?status=ACTIVE", cancellation).ConfigureAwait(false)).Select(Read)];

    /// <summary>Keeps traffic of a load balancer away from a zone.</summary>
    /// <param name="arn">The load balancer's ARN.</param>
    /// <param name="zone">The zone's id.</param>
    /// <param name="expiresIn">For how long: a whole number of minutes, such as <c>180m</c>.</param>
    /// <param name="comment">What to say of it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The shift.</returns>
    public async Task<ZonalShift> StartAsync(string arn, string zone, string expiresIn, string comment, CancellationToken cancellation) => Read(await RestJsonProtocol.SendAsync(
        session,
        Service,
        "StartZonalShift",
        HttpMethod.Post,
        "/zonalshifts",
        new JsonObject { ["resourceIdentifier"] = arn, ["awayFrom"] = zone, ["expiresIn"] = expiresIn, ["comment"] = comment },
        cancellation).ConfigureAwait(false));

    /// <summary>Ends a shift.</summary>
    /// <param name="id">The shift's id.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task CancelAsync(string id, CancellationToken cancellation) =>
        RestJsonProtocol.SendAsync(session, Service, "CancelZonalShift", HttpMethod.Delete, $"/zonalshifts/{Uri.EscapeDataString(id)}", null, cancellation);

    private static ZonalShift Read(JsonObject shift) => new(
        TaskReader.Text(shift, "zonalShiftId"), TaskReader.Text(shift, "resourceIdentifier"), TaskReader.Text(shift, "awayFrom"), TaskReader.Time(shift, "expiryTime") ?? default, TaskReader.Text(shift, "comment"));

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string operation, string path, CancellationToken cancellation)
    {
        var items = new List<JsonObject>();
        string? next = null;
        do
        {
            // The query's parameters are signed in order of name, and nextToken is before status.
            var (resource, query) = (path.Split('?')[0], path.Split('?')[1]);
            var parameters = new[] { next is null ? "" : $"nextToken={Uri.EscapeDataString(next)}", query }.Where(part => part.Length > 0).ToList();
            var page = await RestJsonProtocol.GetAsync(session, Service, operation, parameters.Count == 0 ? resource : $"{resource}?{string.Join('&', parameters)}", cancellation).ConfigureAwait(false);
            items.AddRange(TaskReader.Items(page, "items"));
            next = (string?)page["nextToken"];
        }
        while (!string.IsNullOrEmpty(next));
        return items;
    }
}
