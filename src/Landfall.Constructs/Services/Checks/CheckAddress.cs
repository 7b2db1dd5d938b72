using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Services.Checks;

/// <summary>The address that a check file's <c>{{base}}</c> stands for.</summary>
internal static class CheckAddress
{
    /// <summary>
    /// The port at which the load balancer leads to the new version before people do. Nobody else listens on a load balancer, and
    /// nobody but the check function is let in, so that there is nothing to choose.
    /// </summary>
    public const int TestPort = 9443;

    /// <summary>The address.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="service">The service.</param>
    /// <param name="test">True for the listener that leads to the new version.</param>
    public static string Of(LandfallStack stack, ContainerServicePlan service, bool test)
    {
        var secure = service is WebServicePlan && stack.Plan.Domain is not null;
        var port = test ? $":{TestPort.ToString(CultureInfo.InvariantCulture)}" : "";
        return $"{(secure ? "https" : "http")}://{Host(stack, service)}{port}";
    }

    private static string Host(LandfallStack stack, ContainerServicePlan service) => service switch
    {
        // A name that the service's rule and the certificate know; a wildcard stands for any.
        WebServicePlan web => PublicNames.Of(stack.Plan, web) ?? (web.Hosts.Count > 0 ? web.Hosts[0].Replace("*", "check", StringComparison.Ordinal) : stack.Read(EdgeValues.DnsName)),
        _ => InternalStack.HostOf(stack.Names, service.Name),
    };
}
