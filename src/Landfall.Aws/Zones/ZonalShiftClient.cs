using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Aws.Inventory;
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
        .. (await ListAsync("ListManagedResources", "/managedresources", null, cancellation).ConfigureAwait(false))
            .Select(one => new ManagedBalancer(TaskReader.Text(one, "arn"), [.. (one["availabilityZones"] as JsonArray ?? []).Select(zone => (string)zone!)])),
    ];

    /// <summary>Lists the shifts that hold now.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>All of the account and region.</returns>
    public async Task<IReadOnlyList<ZonalShift>> ListActiveAsync(CancellationToken cancellation) =>
        [.. (await ListAsync("ListZonalShifts", "/zonalshifts", "status=ACTIVE", cancellation).ConfigureAwait(false)).Select(Read)];

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

    // The query's parameters are signed in order of name, and nextToken is before status.
    private async Task<IEnumerable<JsonObject>> ListAsync(string operation, string path, string? filter, CancellationToken cancellation) =>
        (await Pages.ReadAsync("items", "nextToken", next => RestJsonProtocol.GetAsync(session, Service, operation, With(path, next is null ? null : $"nextToken={Uri.EscapeDataString(next)}", filter), cancellation)).ConfigureAwait(false))
            .OfType<JsonObject>();

    private static string With(string path, params string?[] parameters) =>
        parameters.OfType<string>().ToList() is { Count: > 0 } given ? $"{path}?{string.Join('&', given)}" : path;
}
