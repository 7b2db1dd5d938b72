using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>
/// Checks that no two things of the environments in a file get the same name in AWS. Names are put together with hyphens,
/// so the network of <c>dev-api</c> and a service <c>api-network</c> in <c>dev</c> are both <c>shop-dev-api-network</c>, and
/// whichever is deployed last would take the place of the other.
/// </summary>
internal static class NameCollisions
{
    /// <summary>Checks all environments, each with each and with itself.</summary>
    /// <param name="environments">The environments.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Check(IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        var users = environments.Where(environment => environment.App.Length > 0)
            .SelectMany(environment => DerivedNames.Of(environment).Select(name => (Name: name, Environment: environment)));
        foreach (var group in users.GroupBy(user => (user.Name.Space, user.Name.Name)).Select(group => group.ToList()).Where(group => group.Count > 1))
        {
            foreach (var (later, index) in group.Select((user, index) => (user, index)).Skip(1))
            {
                if (group.Take(index).Where(earlier => Collide(earlier, later)).Select(earlier => ((DerivedName, EnvironmentSettings)?)earlier).FirstOrDefault() is { } met)
                {
                    Report(met, later, problems);
                }
            }
        }
    }

    private static bool Collide((DerivedName Name, EnvironmentSettings Environment) one, (DerivedName Name, EnvironmentSettings Environment) other)
    {
        // Within an environment what is called the same is a fault of its own, and so is a bucket that Landfall makes.
        if (ReferenceEquals(one.Environment, other.Environment))
        {
            return one.Name.Kind != other.Name.Kind && one.Name.Space != NameSpace.Bucket;
        }

        var (first, second) = (one.Environment.Settings, other.Environment.Settings);
        return one.Name.Space switch
        {
            NameSpace.Bucket or NameSpace.SignIn => true, // account and region are in the name
            NameSpace.CloudFront => MayBeSame(first.Account, second.Account),
            _ => MayBeSame(first.Account, second.Account) && MayBeSame(first.Region, second.Region),
        };
    }

    /// <summary>What the file leaves open may be the same.</summary>
    private static bool MayBeSame(string? one, string? other) => one is null || other is null || one == other;

    private static void Report(
        (DerivedName Name, EnvironmentSettings Environment) one, (DerivedName Name, EnvironmentSettings Environment) other, ProblemList problems)
    {
        var inOne = ReferenceEquals(one.Environment, other.Environment);
        var place = IsOfTheEnvironment(other) && !IsOfTheEnvironment(one) ? one.Name.Mark : other.Name.Mark;
        var remedy = inOne ? "Give one of them another name." : "Give one of them, or one of the environments, another name.";
        problems.Add(
            place,
            ErrorCodes.NameCollision,
            $"In AWS '{other.Name.Name}' would be {Described(one, inOne)} and {Described(other, inOne)} at once. {remedy}");
    }

    private static bool IsOfTheEnvironment((DerivedName Name, EnvironmentSettings Environment) user) => user.Name.Mark == user.Environment.Place;

    private static string Described((DerivedName Name, EnvironmentSettings Environment) user, bool alone) =>
        alone ? $"{user.Name.Owner} ({user.Name.Kind})" : $"{user.Name.Owner} in '{user.Environment.Name}'";
}
