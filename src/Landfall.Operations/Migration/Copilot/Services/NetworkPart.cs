namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>network</c>: where tasks are, and who may call them.</summary>
internal static class NetworkPart
{
    public static void Map(string name, ManifestMap map)
    {
        if (map.Map("network") is not { } network)
            return;
        if (network.Flag("connect") == false)
            network.Changed("connect", "–", "Every service that listens is in Service Connect; who does not name it in 'uses' does not reach it.");
        network.Exact("connect", "uses");
        if (network.Map("connect") is { } connect)
        {
            if (connect.Text("alias") == name)
                connect.Exact("alias", "uses");
            connect.Left("alias", $"The service is '{name}' inside the network; who names it in 'uses' gets its address in a variable.");
        }

        if (network.Map("vpc") is not { } vpc)
            return;
        if (vpc.Text("placement") == "private")
            vpc.Exact("placement", "network.nat");
        if (vpc.Text("placement") == "public")
            vpc.Changed("placement", "network.nat", "Tasks are in private subnets, and reach the internet through NAT.");
        vpc.Left("placement", "Tasks are in the environment's private subnets.");
        vpc.Left("security_groups", "A service's group opens what its 'uses' need. To reach what is elsewhere, let its owner admit the service's group, or add a rule in C# with 'extend'.");
    }
}
