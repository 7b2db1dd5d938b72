using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks the network's address blocks and what belongs together.</summary>
internal sealed class NetworkValidator : IEnvironmentValidator
{
    private const int Largest = 16;
    private const int Smallest = 23; // a public subnet is a sixteenth, and a load balancer needs a /27
    private const int SmallestSubnet = 28;
    private const int SmallestPublicSubnet = 27; // for a load balancer

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var network = environment.Settings.Network;
        CheckCidr(network, problems);
        if (network.Import is { } import)
        {
            CheckImport(network, import, problems);
        }
        else if (network.Subnets is not null)
        {
            problems.Add(
                network.MarkOf("subnets"),
                ErrorCodes.NetworkSetting,
                "'subnets' belongs to an imported network. Remove it, or add 'import'.");
        }

        CheckSubnets(network, problems);
    }

    private static void CheckCidr(NetworkModel network, ProblemList problems)
    {
        var text = network.Cidr;
        var mark = network.MarkOf("cidr");
        if (Read(text, mark, "'cidr'", problems) is not { } block)
        {
            return;
        }

        if (block.Prefix is < Largest or > Smallest)
        {
            problems.Add(
                mark,
                ErrorCodes.CidrSize,
                $"'cidr' is {text}, which has {block.Size} addresses, but has to be from /{Largest} to /{Smallest}, so that public and private subnets fit in {network.Zones} zones.");
        }
    }

    private static CidrBlock? Read(string text, Mark mark, string name, ProblemList problems)
    {
        if (CidrBlock.Parse(text, out var block) is { } wrong)
        {
            problems.Add(mark, ErrorCodes.Cidr, $"{name} is '{text}', which {wrong}.");
            return null;
        }

        if (!block.IsPrivate)
        {
            problems.Add(
                mark,
                ErrorCodes.Cidr,
                $"{name} is {text}, which is not private. Use a block of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.");
            return null;
        }

        return block;
    }

    private static void CheckImport(NetworkModel network, ImportModel import, ProblemList problems)
    {
        if (import.Knows("vpc", "emrCluster") && import.Has("vpc") == import.Has("emrCluster"))
        {
            problems.Add(network.MarkOf("import"), ErrorCodes.NetworkSetting, "'import' takes exactly one of 'vpc' and 'emrCluster'.");
        }

        if (network.Has("cidr"))
        {
            problems.Add(
                network.MarkOfLatest("cidr", "import"),
                ErrorCodes.NetworkSetting,
                "'cidr' belongs to a new network, but this one is imported. Remove 'cidr' (in an environment: 'cidr: null').");
        }
    }

    private static void CheckSubnets(NetworkModel network, ProblemList problems)
    {
        if (network.Subnets is not { } subnets)
        {
            return;
        }

        var zones = network.Zones;
        var known = network.Knows("zones") && subnets.Knows("public", "private");
        if (subnets.Has("public") != subnets.Has("private")
            || (known && subnets.Has("public") && (subnets.Public.Count != zones || subnets.Private.Count != zones)))
        {
            problems.Add(
                network.MarkOf("subnets"),
                ErrorCodes.NetworkSetting,
                $"'subnets' needs exactly one block for each of the {zones} zones in both 'public' and 'private', or neither list: AWS takes one subnet in a zone for load balancers, endpoints and mounted files.");
        }

        if (subnets.Has("public") && subnets.Has("cidr"))
        {
            problems.Add(subnets.MarkOf("cidr"), ErrorCodes.NetworkSetting, "'cidr: auto' and lists of blocks exclude each other. Keep one.");
        }

        var blocks = new List<(CidrBlock Block, Mark Mark)>();
        foreach (var (key, texts) in new[] { ("public", subnets.Public), ("private", subnets.Private) })
        {
            for (var i = 0; i < texts.Count; i++)
            {
                CheckSubnet(texts[i], subnets.MarkOf(key, i), key, blocks, problems);
            }
        }
    }

    private static void CheckSubnet(string text, Mark mark, string key, List<(CidrBlock Block, Mark Mark)> blocks, ProblemList problems)
    {
        if (Read(text, mark, $"A block of '{key}'", problems) is not { } block)
        {
            return;
        }

        var smallest = key == "public" ? SmallestPublicSubnet : SmallestSubnet;
        if (block.Prefix < Largest || block.Prefix > smallest)
        {
            problems.Add(
                mark,
                ErrorCodes.CidrSize,
                $"The block {text} has {block.Size} addresses, but a {key} subnet is from /{Largest} to /{smallest}.");
        }

        foreach (var (other, place) in blocks)
        {
            if (other.Overlaps(block))
            {
                problems.Add(mark, ErrorCodes.CidrOverlap, $"The block {text} overlaps {other} on line {place.Line}.");
            }
        }

        blocks.Add((block, mark));
    }
}
