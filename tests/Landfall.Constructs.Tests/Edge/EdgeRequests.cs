using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Properties;

namespace Landfall.Constructs.Tests.Edge;

/// <summary>Follows requests through the records, distributions and rules of an environment as AWS would.</summary>
internal sealed class EdgeRequests
{
    private const string AllViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    private readonly AppPlan _plan;
    private readonly TemplateSet _templates;
    private readonly Dictionary<string, string> _records = new(StringComparer.Ordinal);
    private readonly List<Distribution> _distributions = [];
    private readonly List<Rule> _rules = [];

    public EdgeRequests(AppPlan plan, TemplateSet templates)
    {
        (_plan, _templates) = (plan, templates);
        ReadRecords();
        ReadDistributions();
        ReadRules();
    }

    public void Check()
    {
        CheckCertificates();
        CheckRules();
        foreach (var web in _plan.Services.OfType<WebServicePlan>())
        {
            foreach (var host in web.Hosts.Count > 0 ? web.Hosts : _plan.Domain is { } domain ? [domain.Name] : [])
            {
                Follow(web.Name, host.Replace("*", "any", StringComparison.Ordinal), Example(web.Path, web.Name));
                if (web.RequireSignIn && _plan.Domain is not null)
                {
                    // The rule of another service may have the callback; it must come to the load balancer at all.
                    Assert.NotNull(Arrives(host, "/oauth2/idpresponse"));
                }
            }
        }

        foreach (var site in _plan.Services.OfType<SiteServicePlan>())
        {
            foreach (var route in site.Routes)
            {
                var (viewer, path) = (site.Hosts.Count > 0 ? site.Hosts[0].Replace("*", "any", StringComparison.Ordinal) : "d1.cloudfront.net", Example(route.Path, site.Name));
                if (route.Path != "/oauth2/idpresponse")
                {
                    Assert.NotNull(Winner(Through(_distributions.Single(one => one.Site == site.Name), viewer, path)!.Value));
                }
            }
        }
    }

    private void Follow(string service, string host, string path)
    {
        if (_plan.Domain is null)
        {
            return;
        }

        var arrives = Arrives(host, path);
        Assert.True(arrives is not null, $"{host}{path} does not come to the load balancer.");
        var winner = Winner(arrives.Value);
        Assert.True(winner is not null, $"{host}{path} meets no rule.");
        if (winner.Service != service)
        {
            var own = _rules.Single(rule => rule.Service == service);
            Assert.True(winner.Matches(arrives.Value), $"{host}{path} comes to {winner.Service}.");
            Assert.True(own.Matches(arrives.Value), $"{host}{path} does not meet the rule of {service}.");
        }
    }

    /// <summary>What a request is when it comes to the load balancer, or null when a site's file answers or nobody does.</summary>
    private (string Host, string Path)? Arrives(string host, string path) => Target(host) switch
    {
        null => null,
        "load balancer" => (host, path),
        var distribution => Through(_distributions.Single(one => one.Name == distribution), host, path),
    };

    private (string Host, string Path)? Through(Distribution distribution, string host, string path)
    {
        if (distribution.Behaviours.FirstOrDefault(one => Glob(one.Path, path)) is not { } behaviour)
        {
            return null;
        }

        if (_plan.Domain is not null)
        {
            Assert.Equal("load balancer", Target(behaviour.Origin));
        }

        return (behaviour.ForwardsHost ? host : behaviour.Origin, path);
    }

    private Rule? Winner((string Host, string Path) request) => _rules.OrderBy(rule => rule.Priority).FirstOrDefault(rule => rule.Matches(request));

    // The exact record, or the nearest wildcard (RFC 4592).
    private string? Target(string host)
    {
        if (_records.TryGetValue(host, out var target))
        {
            return target;
        }

        for (var dot = host.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = host.IndexOf('.', dot + 1))
        {
            if (_records.TryGetValue($"*{host[dot..]}", out target))
            {
                return target;
            }
        }

        return null;
    }

    private void ReadRecords()
    {
        var ipv6 = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (stack, _, record) in _templates.OfType("AWS::Route53::RecordSet"))
        {
            var name = ((string)record["Name"]!).TrimEnd('.');
            var zones = _plan.Domain!.Zones.Where(zone => $".{name}".EndsWith($".{zone.Name}", StringComparison.Ordinal)).ToArray();
            Assert.Equal(zones.MaxBy(zone => zone.Name.Length)!.Id, (string?)record["HostedZoneId"]);
            var target = Leads(_templates.Text(stack, record["AliasTarget"]!["DNSName"]));
            if ((string?)record["Type"] == "A")
            {
                _records.Add(name, target);
            }
            else
            {
                ipv6.Add(name, target);
            }
        }

        // CDNs answer IPv6, and the load balancer does not.
        if (_plan.Domain is { Zones.Count: > 0 })
        {
            Assert.Equal(_records.Where(record => record.Value != "load balancer").ToHashSet(), ipv6.ToHashSet());
        }

        if (_plan.Domain is { Zones.Count: 0 })
        {
            foreach (var (id, value) in _templates.Outputs("shop-dev-edge").Where(output => output.Id.StartsWith("Dns", StringComparison.Ordinal)))
            {
                var words = value.Split(' ');
                Assert.Equal("CNAME", words[1]);
                _records.Add(words[0], Leads(words[2]));
            }
        }
    }

    private static string Leads(string target) => target.Contains("LoadBalancer", StringComparison.Ordinal) ? "load balancer" : target;

    private void ReadDistributions()
    {
        foreach (var (stack, id, resource) in _templates.OfType("AWS::CloudFront::Distribution"))
        {
            var config = resource["DistributionConfig"]!;
            if (id.EndsWith("Missing", StringComparison.Ordinal))
            {
                continue; // It has the 404 page of another one.
            }

            var origins = config["Origins"]!.AsArray().ToDictionary(origin => (string)origin!["Id"]!, origin => _templates.Text(stack, origin!["DomainName"]));
            var aliases = config["Aliases"]?.AsArray().Select(alias => (string)alias!).ToArray() ?? [];
            Assert.Equal(aliases.Length, aliases.Distinct().Count());
            _distributions.Add(new Distribution(
                $"<{stack}#{id}.DomainName>",
                ((string)config["Comment"]!).Split(' ')[1],
                aliases,
                [.. (config["CacheBehaviors"]?.AsArray() ?? []).Select(behaviour => new Behaviour(
                    (string)behaviour!["PathPattern"]!, origins[(string)behaviour["TargetOriginId"]!], (string?)behaviour["OriginRequestPolicyId"] == AllViewer))]));
        }

        // CloudFront takes a name in one distribution only, and every name leads to its own.
        var all = _distributions.SelectMany(one => one.Aliases).ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.All(_distributions, one => Assert.All(one.Aliases, alias => Assert.Equal(one.Name, _records[alias])));
    }

    private void ReadRules()
    {
        foreach (var (stack, _, rule) in _templates.OfType("AWS::ElasticLoadBalancingV2::ListenerRule"))
        {
            string[] Values(string field, string config) =>
                [.. rule["Conditions"]!.AsArray().Where(one => (string?)one!["Field"] == field).SelectMany(one => one![config]!["Values"]!.AsArray()).Select(value => (string)value!)];
            _rules.Add(new Rule(stack["shop-dev-".Length..], (int)rule["Priority"]!, Values("host-header", "HostHeaderConfig"), Values("path-pattern", "PathPatternConfig")));
        }
    }

    private void CheckRules()
    {
        Assert.Equal(_rules.Count, _rules.Select(rule => rule.Priority).Distinct().Count());
        foreach (var rule in _rules)
        {
            var values = rule.Hosts.Concat(rule.Paths).ToArray();
            Assert.InRange(values.Length, 1, 5);
            Assert.InRange(values.Sum(value => value.Count(c => c is '*' or '?')), 0, 5);
        }
    }

    private void CheckCertificates()
    {
        var certificates = _templates.OfType("AWS::CertificateManager::Certificate").ToDictionary(
            one => $"<{one.Stack}#{one.Id}>",
            one => one.Properties["SubjectAlternativeNames"]!.AsArray().Select(name => (string)name!).Prepend((string)one.Properties["DomainName"]!).ToArray());
        foreach (var (_, _, properties) in _templates.OfType("AWS::CertificateManager::Certificate"))
        {
            CheckCertificate(properties);
        }

        foreach (var (stack, _, resource) in _templates.OfType("AWS::CloudFront::Distribution"))
        {
            var config = resource["DistributionConfig"]!;
            if (config["Aliases"] is not null && config["ViewerCertificate"]!["AcmCertificateArn"] is { } arn && certificates.TryGetValue(_templates.Text(stack, arn), out var names))
            {
                Assert.All(config["Aliases"]!.AsArray(), alias => Assert.True(Covers(names, (string)alias!), $"No certificate for {alias}."));
            }
        }

        if (_plan.Domain is { Certificate: null })
        {
            var all = certificates.Where(pair => !pair.Key.Contains("Cdn", StringComparison.Ordinal)).SelectMany(pair => pair.Value).ToArray();
            Assert.All(_records.Where(pair => pair.Value == "load balancer"), pair => Assert.True(Covers(all, pair.Key), $"No certificate for {pair.Key}."));
        }
    }

    private void CheckCertificate(JsonObject certificate)
    {
        var names = certificate["SubjectAlternativeNames"]!.AsArray().Select(name => (string)name!).Prepend((string)certificate["DomainName"]!).ToArray();
        Assert.InRange(names.Length, 1, 10);
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.InRange(names[0].Length, 1, 64);
        var options = certificate["DomainValidationOptions"]!.AsArray().ToDictionary(one => (string)one!["DomainName"]!, one => (string)one!["HostedZoneId"]!);
        Assert.All(names, name => Assert.True(options.ContainsKey(name) || options.ContainsKey(name.Replace("*.", "", StringComparison.Ordinal)), $"Nothing proves {name}."));
        Assert.All(options, option => Assert.Equal(_plan.Domain!.ZoneOf(option.Key)!.Id, option.Value));
        Assert.DoesNotContain(options.Keys, name => options.ContainsKey($"*.{name}"));
    }

    private static bool Covers(string[] names, string host) =>
        names.Contains(host) || (host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && !host.StartsWith('*') && names.Contains($"*{host[dot..]}"));

    private static string Example(string pattern, string service) =>
        pattern.Replace("*", $"zz{service}", StringComparison.Ordinal).Replace('?', 'q');

    private static bool Glob(string pattern, string text) =>
        Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}$");

    private sealed record Behaviour(string Path, string Origin, bool ForwardsHost);

    private sealed record Distribution(string Name, string Site, string[] Aliases, Behaviour[] Behaviours);

    private sealed record Rule(string Service, int Priority, string[] Hosts, string[] Paths)
    {
        public bool Matches((string Host, string Path) request) =>
            (Hosts.Length == 0 || Hosts.Any(host => Glob(host, request.Host))) && (Paths.Length == 0 || Paths.Any(path => Glob(path, request.Path)));
    }
}
