using System.Globalization;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Traffic;
using static Amazon.CDK.AWS.ElasticLoadBalancingV2.CfnLoadBalancer;

namespace Landfall.Constructs.Edge;

/// <summary>An application load balancer with its security group.</summary>
internal sealed class LoadBalancer
{
    private readonly LandfallStack _stack;
    private readonly string _id;

    /// <param name="stack">The edge stack.</param>
    /// <param name="id">What its construct ids begin with: empty for the public one.</param>
    /// <param name="internet">True for the public one.</param>
    /// <param name="logs">Where its access logs go.</param>
    public LoadBalancer(LandfallStack stack, string id, bool internet, AccessLogBucket logs)
    {
        (_stack, _id) = (stack, id);
        Group = new CfnSecurityGroup(stack, $"{id}LoadBalancerSecurityGroup", new CfnSecurityGroupProps
        {
            GroupDescription = $"{(internet ? "Public" : "Internal")} load balancer of {stack.Plan.Prefix}",
            VpcId = stack.Read(NetworkValues.VpcId),
        });
        GroupId = Group.AttrGroupId;
        Resource = new CfnLoadBalancer(stack, $"{id}LoadBalancer", new CfnLoadBalancerProps
        {
            Type = "application",
            Scheme = internet ? "internet-facing" : "internal",
            IpAddressType = "ipv4",
            SecurityGroups = [GroupId],
            Subnets = internet ? Network.PublishedSubnets.Public(stack) : Network.PublishedSubnets.Private(stack),
            LoadBalancerAttributes = new object[]
            {
                Attribute("routing.http.drop_invalid_header_fields.enabled", "true"),
                Attribute("idle_timeout.timeout_seconds", IdleSeconds(stack.Plan, internet)),

                // "Zonal shift is disabled by default and must be enabled on each Application Load Balancer" (Zonal shift for your Application
                // Load Balancer). It does nothing until somebody shifts, and is free; AWS's own shifts are another setting, which stays off.
                Attribute("zonal_shift.config.enabled", "true"),
                Attribute("deletion_protection.enabled", stack.ProtectionOnceItStands(stack.Plan.Protect)),
                Attribute("access_logs.s3.enabled", "true"),
                Attribute("access_logs.s3.bucket", logs.Name),
                Attribute("access_logs.s3.prefix", internet ? "load-balancer/public" : "load-balancer/internal"),
            },
        });
        Resource.AddResourceDependency(logs.Policy);
        Arn = Resource.Ref;
        DnsName = Resource.AttrDnsName;
        FullName = Resource.AttrLoadBalancerFullName;
        CanonicalHostedZone = internet ? Resource.AttrCanonicalHostedZoneId : "";
    }

    public CfnSecurityGroup Group { get; }

    public string GroupId { get; }

    public CfnLoadBalancer Resource { get; }

    public string Arn { get; }

    public string DnsName { get; }

    public string FullName { get; }

    public string CanonicalHostedZone { get; }

    /// <summary>Admits a security group or a list of addresses, or everyone where neither is given.</summary>
    public void Admit(int port, string? source, string? addresses = null)
    {
        var everyone = source is null && addresses is null;
        var ingress = new CfnSecurityGroupIngress(_stack, $"{_id}LoadBalancerPort{port}", new CfnSecurityGroupIngressProps
        {
            GroupId = GroupId,
            IpProtocol = "tcp",
            FromPort = port,
            ToPort = port,
            CidrIp = everyone ? "0.0.0.0/0" : null,
            SourceSecurityGroupId = source,
            SourcePrefixListId = addresses,
            Description = everyone ? "Internet" : source is null ? "CDN" : "Tasks",
        });
        if (everyone)
        {
            _stack.Accept(ingress, "AwsSolutions-EC23", "The public load balancer is the door to the internet.");
        }
    }

    /// <summary>Admits what checks new versions.</summary>
    /// <param name="ports">Where it asks.</param>
    /// <returns>Its security group, which leads nowhere else.</returns>
    public string AdmitChecks(IReadOnlyList<int> ports)
    {
        var group = new CfnSecurityGroup(_stack, $"{_id}ChecksSecurityGroup", new CfnSecurityGroupProps
        {
            GroupDescription = $"Checks of rollouts of {_stack.Plan.Prefix}",
            VpcId = _stack.Read(NetworkValues.VpcId),
            SecurityGroupEgress = ports.Select(object (port) => new CfnSecurityGroup.EgressProperty
            {
                DestinationSecurityGroupId = GroupId,
                IpProtocol = "tcp",
                FromPort = port,
                ToPort = port,
                Description = "Load balancer",
            }).ToArray(),
        });
        foreach (var port in ports)
        {
            _ = new CfnSecurityGroupIngress(_stack, $"{_id}LoadBalancerChecksPort{port}", new CfnSecurityGroupIngressProps
            {
                GroupId = GroupId,
                IpProtocol = "tcp",
                FromPort = port,
                ToPort = port,
                SourceSecurityGroupId = group.AttrGroupId,
                Description = "Checks",
            });
        }

        return group.AttrGroupId;
    }

    /// <summary>Adds a listener whose own answer is 404: services add rules to it.</summary>
    public CfnListener Listen(string name, int port, string? certificate, bool redirect = false) =>
        new(_stack, $"{_id}{name}", new CfnListenerProps
        {
            LoadBalancerArn = Arn,
            Port = port,
            Protocol = certificate is null ? "HTTP" : "HTTPS",
            SslPolicy = certificate is null ? null : "ELBSecurityPolicy-TLS13-1-2-2021-06",
            Certificates = certificate is null
                ? null
                : new object[] { new CfnListener.CertificateProperty { CertificateArn = certificate } },
            DefaultActions = new object[] { redirect ? Redirect() : NotFound() },

            // Elastic Load Balancing, Application Load Balancers, "HTTP header modification".
            ListenerAttributes = certificate is null || _stack.Plan.Domain is not { Hsts: true }
                ? null
                : new object[]
                {
                    new CfnListener.ListenerAttributeProperty
                    {
                        Key = "routing.http.response.strict_transport_security.header_value",
                        Value = $"max-age={ResponseHeaders.TwoYears}; includeSubDomains",
                    },
                },
        });

    /// <summary>Adds a certificate that the listener takes for the names in it; CloudFormation takes one for each resource.</summary>
    public static void AddCertificate(LandfallStack stack, CfnListener listener, string id, string certificate) =>
        _ = new CfnListenerCertificate(stack, id, new CfnListenerCertificateProps
        {
            ListenerArn = listener.Ref,
            Certificates = new object[] { new CfnListenerCertificate.CertificateProperty { CertificateArn = certificate } },
        });

    /// <summary>One time for all services of a load balancer: the longest that one of them asks for.</summary>
    private static string IdleSeconds(AppPlan plan, bool internet) =>
        ((int)RequestTimeouts.OfBalancer(plan, internet).TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static CfnListener.ActionProperty NotFound() => new()
    {
        Type = "fixed-response",
        FixedResponseConfig = new CfnListener.FixedResponseConfigProperty
        {
            StatusCode = "404",
            ContentType = "text/plain",
            MessageBody = "Not found",
        },
    };

    private static CfnListener.ActionProperty Redirect() => new()
    {
        Type = "redirect",
        RedirectConfig = new CfnListener.RedirectConfigProperty { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" },
    };

    private static LoadBalancerAttributeProperty Attribute(string key, string value) => new() { Key = key, Value = value };
}
