using System.Globalization;
using Landfall.Config.Plan;

namespace Landfall.Operations.LocalRun;

/// <summary>How a service tells that it is ready: as on AWS, where that is over HTTP; else that its port is open.</summary>
/// <param name="Path">The path that is asked for; null where the port alone is looked at.</param>
/// <param name="Codes">The codes that count as success, as the file has them; empty for whatever is an answer.</param>
internal sealed record LocalHealth(string? Path, string Codes)
{
    /// <summary>It, in words.</summary>
    public string Text => Path is null ? "its port is open" : Codes.Length == 0 ? $"GET {Path} answers" : $"GET {Path} answers {Codes}";

    /// <summary>How a service tells.</summary>
    /// <param name="service">The service.</param>
    /// <returns>Null where it has no port.</returns>
    public static LocalHealth? Of(ServicePlan service) => service switch
    {
        WebServicePlan { Protocol: PortProtocol.Http } web => new LocalHealth(web.Health.Path, web.Health.Codes),
        InternalServicePlan { Protocol: PortProtocol.Http, LoadBalancer: true } inner => new LocalHealth(inner.Health.Path, inner.Health.Codes),
        // Without a load balancer nothing asks on AWS either: whatever it answers, it is there.
        InternalServicePlan { Protocol: PortProtocol.Http } => new LocalHealth("/", ""),
        WebServicePlan or InternalServicePlan => new LocalHealth(null, ""),
        _ => null,
    };

    /// <summary>Tells whether a code counts as success.</summary>
    /// <param name="code">The code.</param>
    /// <returns>True or false.</returns>
    public bool Takes(int code) => Codes.Length == 0 || Codes.Split(',').Any(range =>
    {
        var ends = range.Split('-');
        return code >= int.Parse(ends[0], CultureInfo.InvariantCulture) && code <= int.Parse(ends[^1], CultureInfo.InvariantCulture);
    });
}
