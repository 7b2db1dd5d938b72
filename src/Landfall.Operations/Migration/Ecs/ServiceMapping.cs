using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>A service of ECS as one of the file.</summary>
/// <remarks>Source of the keys' meanings: Amazon ECS API Reference, Service.</remarks>
internal static class ServiceMapping
{
    /// <summary>Maps it.</summary>
    /// <param name="name">Its name in the new file.</param>
    /// <param name="whole">The service with what is around it.</param>
    /// <param name="scope">What stands above the services.</param>
    /// <returns>The service.</returns>
    public static JsonObject Map(string name, ManifestMap whole, EcsScope scope)
    {
        var own = whole.Map("service")!;
        var (task, groups) = (whole.Map("taskDefinition"), whole.Map("targetGroups"));
        var rules = groups is null ? [] : groups.Keys.SelectMany(key => groups.Map(key)?.Maps("rules") ?? []).Where(RouteMapping.IsApplication).ToList();
        var classic = own.Maps("loadBalancers").Any(one => one.Has("loadBalancerName"));
        var isWeb = classic || rules.Exists(RouteMapping.IsPublic);
        var service = new JsonObject { ["type"] = isWeb ? "web" : "internal" };
        if (!isWeb && rules.Count > 0)
            service["loadBalancer"] = true;
        var containers = task?.Map("containers");
        var main = MainContainer(own, containers);
        if (containers?.Map(main ?? "") is { } container)
        {
            ContainerMapping.Map(container, service, own.Maps("loadBalancers").Select(one => one.Whole("containerPort")).FirstOrDefault(), listens: true);
            TaskMapping.Map(name, task!, container, service, scope);
            RolloutMapping.Map(own, service, isWeb || rules.Count > 0);
            ScalingMapping.Map(own, whole.Map("scaling"), service);
            VariablesMapping.Map(name, container, service, scope);
            SidecarMapping.Map(containers!, main!, service, scope);
        }

        if (groups is not null)
            RouteMapping.Map(groups, name, service, scope);
        if (classic)
            service["path"] = scope.Routes.Add(" /*") ? "/*" : $"/{name}/*";
        Balancers(own, service);
        Names(own, name);
        Placement(own, service);
        Rest(own, service);
        return service;
    }

    /// <summary>The container that requests go to, or else the first that has to run.</summary>
    private static string? MainContainer(ManifestMap own, ManifestMap? containers)
    {
        if (containers is null)
            return null;
        var port = own.Map("serviceConnectConfiguration")?.Maps("services").FirstOrDefault()?.Text("portName");
        var names = containers.Keys.Where(key => containers.Map(key) is not null).ToList();
        return own.Maps("loadBalancers").Select(one => one.Text("containerName")).FirstOrDefault()
            ?? (port is null ? null : names.Find(name => containers.Map(name)!.Maps("portMappings").Any(one => one.Text("name") == port)))
            ?? own.Maps("serviceRegistries").Select(one => one.Text("containerName")).OfType<string>().FirstOrDefault()
            ?? names.Find(name => containers.Map(name)!.Flag("essential") != false && containers.Map(name)!.Has("portMappings"))
            ?? names.Find(name => containers.Map(name)!.Flag("essential") != false)
            ?? names.FirstOrDefault();
    }

    private static void Balancers(ManifestMap own, JsonObject service)
    {
        foreach (var balancer in own.Maps("loadBalancers"))
        {
            balancer.Changed("loadBalancerName", "type", "In the Classic Load Balancer's place an application load balancer of Landfall's sends requests: give the service its 'path' and 'health'.");
            balancer.Exact("targetGroupArn", service["type"]!.ToString() == "web" || service["loadBalancer"] is not null ? "type" : "–");
            balancer.Exact("containerName", "image");
            if (balancer.Whole("containerPort") == (int?)service["port"])
                balancer.Exact("containerPort", "port");
            balancer.Left("containerPort", "A service has one port: give what listens on another one a service of its own.");
        }

        if (own.Whole("healthCheckGracePeriodSeconds") is { } grace && (service["health"] as JsonObject) is { } health && grace > 0)
        {
            health["gracePeriod"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(grace, 0, 7200)}s");
            own.Exact("healthCheckGracePeriodSeconds", "health.gracePeriod");
        }
        else if (own.Whole("healthCheckGracePeriodSeconds") == 0)
        {
            own.Changed("healthCheckGracePeriodSeconds", "health.gracePeriod", "New tasks have a minute of grace.");
        }

        own.Left("healthCheckGracePeriodSeconds", "There is no load balancer that asks: 'startPeriod' of 'containerHealth' is the grace.");
    }

    private static void Names(ManifestMap own, string name)
    {
        var note = $"The service is '{name}' inside the network; who names it in 'uses' gets its address in a variable.";
        foreach (var registry in own.Maps("serviceRegistries"))
        {
            registry.Changed("dnsName", "uses", note);
            foreach (var key in registry.Keys.ToList())
                registry.Exact(key, "port");
        }

        if (own.Map("serviceConnectConfiguration") is not { } connect)
            return;
        if (connect.Flag("enabled") == true)
            connect.Exact("enabled", "–");
        connect.Changed("enabled", "–", "Every service that listens is in Service Connect; who does not name it in 'uses' does not reach it.");
        connect.Changed("namespace", "uses", "Each environment has a namespace of its own.");
        connect.Changed("logConfiguration", "logRetention", "Service Connect's lines are in the service's log group.");
        foreach (var one in connect.Maps("services"))
        {
            one.Exact("portName", "port");
            one.Changed("discoveryName", "uses", note);
            one.Changed("clientAliases", "uses", note);
            one.Left("timeout", "A service's 'timeout' says how long answers may take.");
            foreach (var key in one.Keys.ToList())
                one.Left(key, "Landfall does not set it.");
        }

        foreach (var key in connect.Keys.Where(key => key != "services").ToList())
            connect.Left(key, "Landfall does not set it.");
    }

    private static void Placement(ManifestMap own, JsonObject service)
    {
        if (own.Text("launchType") is "FARGATE")
            own.Exact("launchType", "–");
        own.Changed("launchType", "–", "Tasks run on Fargate: there are no instances to keep. What needs a host (its folders, devices, GPU, privileges) does not run there.");
        var providers = own.Maps("capacityProviderStrategy").Select(one => (Map: one, Name: one.Text("capacityProvider") ?? "", Weight: one.Whole("weight") ?? 0)).ToList();
        var sum = providers.Where(one => one.Name.StartsWith("FARGATE", StringComparison.Ordinal)).Sum(one => one.Weight);
        var spot = providers.Where(one => one.Name == "FARGATE_SPOT").Sum(one => one.Weight);
        if (spot > 0)
            service["spot"] = (int)Math.Round(100.0 * spot / sum);
        foreach (var (map, provider, _) in providers)
        {
            if (provider.StartsWith("FARGATE", StringComparison.Ordinal))
            {
                map.Exact("capacityProvider", "spot");
                map.Exact("weight", "spot");
                if (map.Whole("base") == 0)
                    map.Exact("base", "spot");
                map.Changed("base", "spot", "'spot' is a share of all tasks, without a number that always runs elsewhere.");
            }

            map.Changed("capacityProvider", "–", "Tasks run on Fargate: there are no instances to keep.");
            map.Changed("weight", "–", "Tasks run on Fargate.");
            map.Changed("base", "–", "Tasks run on Fargate.");
        }

        if (own.Text("platformVersion") is "LATEST")
            own.Exact("platformVersion", "–");
        own.Changed("platformVersion", "–", "Tasks run on Fargate's latest platform.");
        if (own.Map("networkConfiguration")?.Map("awsvpcConfiguration") is { } network)
        {
            network.Changed("subnets", "network", "Landfall makes a network of its own. To be in this one, near what is in it, say network.import.vpc: 'landfall network plan' finds room there.");
            network.Changed("securityGroups", "uses", "A service's group opens what its 'uses' need. To reach what is elsewhere, let its owner admit the service's group, or add a rule in C# with 'extend'.");
            if (network.Text("assignPublicIp") == "ENABLED")
                network.Changed("assignPublicIp", "network.nat", "Tasks are in private subnets, and reach the internet through NAT.");
            network.Exact("assignPublicIp", "network.nat");
        }

        own.Left("placementStrategy", "On Fargate tasks are spread over the zones.");
        own.Left("placementConstraints", "On Fargate there are no instances to choose from.");
        if (own.Text("schedulingStrategy") == "REPLICA")
            own.Exact("schedulingStrategy", "scale");
        own.Changed("schedulingStrategy", "scale", "There are no instances to run one task each: 'scale' says how many run. What looks after a host (agents for logs or metrics) has no place here.");
    }

    private static void Rest(ManifestMap own, JsonObject service)
    {
        if (own.Flag("enableExecuteCommand") == true)
            service["exec"] = true;
        own.Exact("enableExecuteCommand", "exec");
        if (own.Text("availabilityZoneRebalancing") is "ENABLED" or "DISABLED")
            own.Changed("availabilityZoneRebalancing", "–", "Landfall leaves it to ECS.");
        own.Changed("enableECSManagedTags", "tags", "'tags' are an environment's.");
        own.Changed("propagateTags", "tags", "'tags' are an environment's, on everything that can have them.");
        foreach (var key in own.Map("tags")?.Keys.ToList() ?? [])
            own.Map("tags")!.Left(key, "'tags' are an environment's: put it there for all that it has.");
        own.Left("volumeConfigurations", "Landfall mounts EFS file systems: data of a volume of EBS goes with its task.");
        own.Left("vpcLatticeConfigurations", "Services reach each other by Service Connect.");
    }
}
