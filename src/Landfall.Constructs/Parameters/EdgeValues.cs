using Landfall.Config.Stacks;

namespace Landfall.Constructs.Parameters;

/// <summary>What the edge stack publishes.</summary>
public static class EdgeValues
{
    /// <summary>The address that people open: the domain, the CDN or the load balancer, whichever comes first.</summary>
    public static SharedValue Url { get; } = new(AwsNames.UrlPart, "Public address");

    /// <summary>The public load balancer's listener on port 80.</summary>
    public static SharedValue HttpListener { get; } = new("edge/http-listener-arn", "HTTP listener", Lasting: true);

    /// <summary>The public load balancer's listener on port 443, where a domain is given.</summary>
    public static SharedValue HttpsListener { get; } = new("edge/https-listener-arn", "HTTPS listener", Lasting: true);

    /// <summary>The public load balancer's security group, which services admit.</summary>
    public static SharedValue SecurityGroup { get; } =
        new("edge/security-group", "Load balancer security group", Lasting: true);

    /// <summary>The public load balancer's own DNS name.</summary>
    public static SharedValue DnsName { get; } = new("edge/dns-name", "Load balancer DNS name", Lasting: true);

    /// <summary>The public load balancer's name in metrics: <c>app/name/id</c>.</summary>
    public static SharedValue FullName { get; } = new("edge/full-name", "Load balancer metric name", Lasting: true);

    /// <summary>The public load balancer's listener that leads to new versions before people do.</summary>
    public static SharedValue TestListener { get; } = new("edge/test-listener-arn", "Test listener", Lasting: true);

    /// <summary>The security group of what checks new versions behind the public load balancer.</summary>
    public static SharedValue ChecksGroup { get; } = new("edge/checks-security-group", "Security group of checks", Lasting: true);

    /// <summary>The internal load balancer's listener that leads to new versions before others do.</summary>
    public static SharedValue InternalTestListener { get; } = new("edge/internal-test-listener-arn", "Internal test listener", Lasting: true);

    /// <summary>The security group of what checks new versions behind the internal load balancer.</summary>
    public static SharedValue InternalChecksGroup { get; } =
        new("edge/internal-checks-security-group", "Security group of internal checks", Lasting: true);

    /// <summary>The internal load balancer's listener on port 80.</summary>
    public static SharedValue InternalListener { get; } =
        new(AwsNames.InternalListenerPart, "Internal listener", Lasting: true);

    /// <summary>The internal load balancer's security group.</summary>
    public static SharedValue InternalSecurityGroup { get; } =
        new("edge/internal-security-group", "Internal load balancer security group", Lasting: true);

    /// <summary>The internal load balancer's own DNS name.</summary>
    public static SharedValue InternalDnsName { get; } =
        new("edge/internal-dns-name", "Internal load balancer DNS name", Lasting: true);

    /// <summary>The internal load balancer's name in metrics.</summary>
    public static SharedValue InternalFullName { get; } =
        new("edge/internal-full-name", "Internal load balancer metric name", Lasting: true);
}
