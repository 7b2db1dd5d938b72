using System.Globalization;
using System.Text;

namespace Landfall.Benchmarks;

/// <summary>Writes the projects that are measured.</summary>
internal static class ProjectWriter
{
    // A load balancer has at most 100 target groups, and a service that shifts traffic needs two: of more services
    // than that, four of five are reached by the others only, as in a real system of such a size.
    private const int MostOnOneLoadBalancer = 50;

    /// <summary>
    /// Writes a project of services. Up to 50 are web services, the resources of which the hand-written program has too;
    /// of more, every fifth is one.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="services">How many.</param>
    /// <param name="logLevel">A value that every service is given.</param>
    /// <param name="account">The account of its environment; null for whichever the credentials are of.</param>
    /// <returns>The folder.</returns>
    public static string Write(string folder, int services, string logLevel, string? account = "111111111111")
    {
        Directory.CreateDirectory(folder);
        var text = new StringBuilder($$"""
            app: bench
            region: us-east-1
            notify: [ops@example.com]
            environments: { prod: { {{(account is null ? "" : $"account: \"{account}\"")}} } }
            network: { cidr: 10.20.0.0/16, zones: 2, nat: none }
            services:

            """);
        for (var number = 1; number <= services; number++)
        {
            var web = services <= MostOnOneLoadBalancer || number % 5 == 0;
            text.Append(CultureInfo.InvariantCulture, $$"""
                  s{{number:000}}:
                    type: {{(web ? "web" : "internal")}}
                    image: 111111111111.dkr.ecr.us-east-1.amazonaws.com/bench:1.0
                    port: 8080
                    cpu: 512
                    memory: 1024
                    env: { LOG_LEVEL: {{logLevel}} }

                """);
            if (web)
            {
                text.Append(CultureInfo.InvariantCulture, $$"""
                        path: /s{{number:000}}/*
                        health: /s{{number:000}}/health
                        scale: { min: 2, max: 10, cpu: 60, requests: 500 }
                        alarms: { errorRate: 1%, latencyP99: 800ms }

                    """);
            }
            else
            {
                text.Append("    scale: { min: 2, max: 10, cpu: 60 }\n");
            }
        }

        File.WriteAllText(Path.Combine(folder, "landfall.yaml"), text.ToString());
        return folder;
    }

    /// <summary>Copies a project without what runs have left in it.</summary>
    /// <param name="from">Its folder.</param>
    /// <param name="to">The new folder.</param>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is ".landfall" or "bin" or "obj" or "dist"))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, relative))!);
            File.Copy(file, Path.Combine(to, relative));
        }
    }
}
