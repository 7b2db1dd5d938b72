using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Services.Checks;

namespace Landfall.Constructs.Edge;

/// <summary>
/// The way in: load balancers, CDN, sign-in, certificates, DNS. What changes with a service (target groups, rules, the
/// files of a site) is in the service's own stack.
/// </summary>
public class EdgeStack : LandfallStack
{
    /// <summary>Creates the edge of an environment.</summary>
    /// <param name="app">The app.</param>
    public EdgeStack(LandfallApp app)
        : base(app, "edge", $"Edge of {app.Plan.App} ({app.Plan.Environment})")
    {
        var logs = new AccessLogBucket(this);
        LoadBalancer? balancer = null;
        var mark = CdnMark.Of(this);
        var alarms = new List<CfnAlarm?>();
        if (EdgeNeeds.Public(Plan))
        {
            balancer = AddPublic(logs, mark);
            alarms.Add(AlarmOnRefusals(isPublic: true, balancer));
        }

        if (EdgeNeeds.Internal(Plan))
        {
            alarms.Add(AlarmOnRefusals(isPublic: false, AddInternal(logs)));
        }

        NightMute.Add(this, [.. alarms.OfType<CfnAlarm>()], [], schedules: []);

        var cdns = Cdn.AddAll(this, logs, balancer, mark);
        if (Plan.Auth is { } auth)
        {
            SignIn.Add(this, auth, cdns);
        }

        PublishUrl(balancer, cdns);
    }

    private LoadBalancer AddPublic(AccessLogBucket logs, CdnMark? mark)
    {
        var balancer = new LoadBalancer(this, "", internet: true, logs);
        Admit(balancer);
        var http = balancer.Listen("HttpListener", 80, certificate: null, redirect: Plan.Domain is not null);
        Publish(EdgeValues.HttpListener, http.Ref);
        if (Plan.Domain is { } domain)
        {
            var certificates = Certificates.ForLoadBalancer(this, domain);
            for (var i = 0; i < certificates.Count; i++)
            {
                CertificateExpiry.Alarm(this, i == 0 ? "CertificateExpiry" : $"Certificate{i + 1}Expiry", domain.Name, certificates[i]);
            }

            var https = balancer.Listen("HttpsListener", 443, certificates[0]);
            for (var i = 1; i < certificates.Count; i++)
            {
                LoadBalancer.AddCertificate(this, https, $"HttpsCertificate{i + 1}", certificates[i]);
            }

            Publish(EdgeValues.HttpsListener, https.Ref);
            AddChecks(balancer, EdgeNeeds.CheckedPorts(Plan, internet: true, 443), certificates);
            foreach (var name in PublicNames.OfLoadBalancer(Plan))
            {
                DnsRecords.AddLoadBalancer(this, domain, name, balancer);
            }
        }

        else
        {
            AddChecks(balancer, EdgeNeeds.CheckedPorts(Plan, internet: true, 80), []);
        }

        if (Plan.Firewall is { } firewall)
        {
            Firewall.ForLoadBalancer(this, firewall, balancer.Arn, mark);
        }

        Publish(EdgeValues.SecurityGroup, balancer.GroupId);
        Publish(EdgeValues.DnsName, balancer.DnsName);
        Publish(EdgeValues.FullName, balancer.FullName);
        return balancer;
    }

    /// <summary>What new versions are checked through: who may ask, and a listener of their own with the names of the other one.</summary>
    private void AddChecks(LoadBalancer balancer, IReadOnlyList<int> ports, IReadOnlyList<string> certificates)
    {
        if (ports.Count == 0)
        {
            return;
        }

        Publish(EdgeValues.ChecksGroup, balancer.AdmitChecks(ports));
        if (!ports.Contains(CheckAddress.TestPort))
        {
            return;
        }

        var listener = balancer.Listen("TestListener", CheckAddress.TestPort, certificates.Count > 0 ? certificates[0] : null);
        for (var i = 1; i < certificates.Count; i++)
        {
            LoadBalancer.AddCertificate(this, listener, $"TestCertificate{i + 1}", certificates[i]);
        }

        Publish(EdgeValues.TestListener, listener.Ref);
    }

    /// <summary>
    /// Admits everyone, or the CDN alone where everything goes through it. Its list counts as 55 of the 60 rules that a security
    /// group has (Amazon VPC User Guide, "AWS-managed prefix list weight"): there is room for the one port that the CDN calls.
    /// </summary>
    private void Admit(LoadBalancer balancer)
    {
        var cdn = EdgeNeeds.OnlyCdn(Plan) ? Plan.CdnPrefixList : null;
        if (cdn is null || Plan.Domain is null)
        {
            balancer.Admit(80, source: null, cdn);
        }

        if (Plan.Domain is not null)
        {
            balancer.Admit(443, source: null, cdn);
        }
    }

    /// <summary>The name of the alarm that rings when a load balancer answers for its services because none of their tasks does.</summary>
    internal static string RefusalAlarm(AppPlan plan, bool isPublic) => plan.AwsNames.Alarm("edge", RefusalId(isPublic));

    private static string RefusalId(bool isPublic) => isPublic ? "LoadBalancerErrors" : "InternalLoadBalancerErrors";

    /// <summary>
    /// Adds that alarm. Where one service alone is behind the load balancer the alarm is a part of that service's fault, which
    /// calls people once.
    /// </summary>
    private CfnAlarm? AlarmOnRefusals(bool isPublic, LoadBalancer balancer)
    {
        // Five a minute, so that one caller who gives up is none.
        var alarm = MetricAlarm.Create(
            this, RefusalId(isPublic), Runbooks.LoadBalancerErrors, $"The {(isPublic ? "public" : "internal")} load balancer answers with 5xx itself: tasks are missing, fail or are too slow.",
            "FILL(refused, 0)", 5, 3, [RequestMetrics.OfBalancer(TimeSpan.FromMinutes(1), "refused", "HTTPCode_ELB_5XX_Count", balancer.FullName)]);
        var behind = Plan.Services.OfType<ScaledServicePlan>().Where(service => isPublic ? service is WebServicePlan : service is InternalServicePlan { LoadBalancer: true }).ToArray();
        if (behind is not [var only] || !ServiceAlarms.HasFault(only))
        {
            return alarm;
        }

        (alarm.AlarmActions, alarm.OkActions) = ([], []);
        return null;
    }

    private LoadBalancer AddInternal(AccessLogBucket logs)
    {
        var balancer = new LoadBalancer(this, "Internal", internet: false, logs);
        balancer.Admit(80, Read(NetworkValues.TaskSecurityGroup));
        if (EdgeNeeds.CheckedPorts(Plan, internet: false, 80) is { Count: > 0 } ports)
        {
            Publish(EdgeValues.InternalChecksGroup, balancer.AdmitChecks(ports));
            if (ports.Contains(CheckAddress.TestPort))
            {
                Publish(EdgeValues.InternalTestListener, balancer.Listen("TestListener", CheckAddress.TestPort, certificate: null).Ref);
            }
        }

        Publish(EdgeValues.InternalListener, balancer.Listen("HttpListener", 80, certificate: null).Ref);
        Publish(EdgeValues.InternalSecurityGroup, balancer.GroupId);
        Publish(EdgeValues.InternalDnsName, balancer.DnsName);
        Publish(EdgeValues.InternalFullName, balancer.FullName);
        return balancer;
    }

    private void PublishUrl(LoadBalancer? balancer, IReadOnlyList<string> cdns)
    {
        var url = Plan.Domain is { } domain ? $"https://{domain.Name}"
            : cdns.Count > 0 ? $"https://{cdns[0]}"
            : balancer is not null ? $"http://{balancer.DnsName}"
            : null;
        if (url is not null)
        {
            Publish(EdgeValues.Url, url);
            Output("Url", url, "Public address");
        }

        if (cdns.Count > 0)
        {
            Output("CdnUrl", $"https://{cdns[0]}", "Address of the CDN");
        }
    }
}
