using System.Text.Json.Nodes;

namespace Landfall.Constructs.Tests.Edge;

/// <summary>Files with hosts, paths and names of every kind, right ones and wrong ones.</summary>
internal static class RandomEdge
{
    private static readonly string[] Hosts =
    [
        "shop.example.com", "example.com", "*.shop.example.com", "*.example.com", "a.shop.example.com", "b.a.shop.example.com",
        "x.example.org", "*.example.org", "example.org", "a-b.example.com", "a.b.example.com", "1.example.com", "origin.shop.example.com",
        "other.net", "*.com", "A.example.com", "web.shop.example.com", "admin.shop.example.com",
    ];

    private static readonly string[] Paths =
        ["/*", "/api/*", "/a/*", "/admin", "/a?b/*", "/*.json", "/x/*/y", "/API/*", "/api/v1/*", "/*/*/*", "/a*", "/a-long-path-of-a-service-that-goes-on/*"];

    private static readonly string[] Names = ["api", "web", "admin", "one-1", "one1"];

    public static JsonObject Of(int seed)
    {
        var random = new Random(seed);
        var services = new JsonObject();
        var names = Names.OrderBy(_ => random.Next()).Take(random.Next(1, Names.Length + 1)).ToArray();
        var webs = names.Where(_ => random.Next(3) > 0).ToArray();
        foreach (var name in names)
        {
            services.Add(name, webs.Contains(name) ? Web(random) : Site(random, webs));
        }

        var file = new JsonObject
        {
            ["app"] = "shop",
            ["account"] = "111111111111",
            ["region"] = "us-east-1",
            ["environments"] = new JsonObject { ["dev"] = new JsonObject() },
            ["auth"] = new JsonObject(),
            ["services"] = services,
        };
        if (random.Next(5) > 0)
        {
            file["domain"] = Domain(random);
        }

        return file;
    }

    private static JsonObject Domain(Random random) => random.Next(5) == 0
        ? new JsonObject
        {
            ["name"] = "shop.example.com",
            ["dns"] = "elsewhere",
            ["certificate"] = "arn:aws:acm:us-east-1:111111111111:certificate/a",
            ["cdnCertificate"] = "arn:aws:acm:us-east-1:111111111111:certificate/b",
        }
        : new JsonObject
        {
            ["name"] = random.Next(3) == 0 ? "example.com" : "shop.example.com",
            ["zone"] = "example.com",
            ["zoneId"] = "Z1",
            ["zones"] = random.Next(2) == 0
                ? new JsonObject { ["example.org"] = "Z2" }
                : new JsonObject { ["example.org"] = "Z2", ["shop.example.com"] = "Z3" },
        };

    private static JsonObject Web(Random random)
    {
        var web = new JsonObject { ["type"] = "web", ["image"] = "nginx", ["signIn"] = random.Next(4) == 0 };
        if (random.Next(5) > 0)
        {
            web["path"] = Paths[random.Next(Paths.Length)];
        }

        AddHosts(web, random, 50);
        return web;
    }

    private static JsonObject Site(Random random, string[] webs)
    {
        var site = new JsonObject { ["type"] = "site" };
        if (webs.Length > 0 && random.Next(3) > 0)
        {
            site["api"] = webs[random.Next(webs.Length)];
            if (random.Next(3) == 0)
            {
                site["apiPath"] = Paths[random.Next(Paths.Length)];
            }
        }

        AddHosts(site, random, 40);
        return site;
    }

    private static void AddHosts(JsonObject service, Random random, int percent)
    {
        if (random.Next(100) < percent)
        {
            var hosts = Hosts.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(host => (JsonNode)host).ToArray();
            service["host"] = hosts.Length == 1 ? hosts[0] : new JsonArray(hosts);
        }
    }
}
