using Landfall.Aws.Protocols;

namespace Landfall.Aws.Identity;

/// <summary>The part of IAM that knows the roles of AWS's own services in an account.</summary>
/// <param name="session">Who calls.</param>
public sealed class ServiceLinkedRoleClient(AwsSession session)
{
    // IAM API Reference, "CreateServiceLinkedRole": such a role's path is this with the service's name.
    private const string Path = "/aws-service-role/";

    private static readonly AwsService Service = new("iam", "iam", "IAM", "2010-05-08", Global: true);

    /// <summary>Lists the services that have a role.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Their names, for example <c>ecs.amazonaws.com</c>.</returns>
    public async Task<IReadOnlySet<string>> ListAsync(CancellationToken cancellation)
    {
        var services = new HashSet<string>(StringComparer.Ordinal);
        var parameters = new Dictionary<string, string> { ["PathPrefix"] = Path, ["MaxItems"] = "1000" };
        bool more;
        do
        {
            var answer = await QueryProtocol.CallAsync(session, Service, "ListRoles", parameters, cancellation).ConfigureAwait(false);
            services.UnionWith(answer.Descendants("Path").Select(path => path.Value).Where(path => path.StartsWith(Path, StringComparison.Ordinal)).Select(path => path[Path.Length..].TrimEnd('/')));
            more = answer.Descendants("IsTruncated").Any(truncated => truncated.Value == "true");
            parameters["Marker"] = answer.Descendants("Marker").FirstOrDefault()?.Value ?? "";
        }
        while (more);
        return services;
    }

    /// <summary>Creates a service's role; one that somebody has made in between is as good.</summary>
    /// <param name="service">The service, for example <c>ecs.amazonaws.com</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task CreateAsync(string service, CancellationToken cancellation)
    {
        try
        {
            await QueryProtocol.CallAsync(session, Service, "CreateServiceLinkedRole", new Dictionary<string, string> { ["AWSServiceName"] = service }, cancellation).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Code == "InvalidInput")
        {
            // "Service role name … has been taken in this account", or the service is none.
            if (!(await ListAsync(cancellation).ConfigureAwait(false)).Contains(service))
                throw;
        }
    }
}
