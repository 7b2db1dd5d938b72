using System.Text.RegularExpressions;
using Landfall.Config.Binding;

namespace Landfall.Operations.Asking;

/// <summary>The words of questions, so that a misspelt one is read as it was meant, and none is taken for a service's name.</summary>
internal static partial class Spelling
{
    private const int LeastLetters = 5;

    // What decides on a topic.
    private static readonly string[] Telling =
    [
        "error", "errors", "exception", "exceptions", "failure", "failures", "common", "commonest", "frequent", "frequently", "often", "users", "customers", "affected",
        "impacted", "memory", "rising", "growing", "leaking", "bill", "cost", "costs", "costing", "spending", "expensive", "expenses", "costliest", "spike", "spiked", "increase", "increased",
        "release", "released", "releases", "deploy", "deployed", "deployment", "rollout", "version", "complain", "complaints", "complained", "complaint", "alarm", "alarms",
        "alert", "alerts", "firing", "timeout", "timeouts", "gateway", "subnet", "subnets", "address", "addresses", "exhausted", "healthy", "status", "running",
        "crashing", "changed", "changes", "history", "yesterday", "today", "restart", "delete", "destroy", "rollback", "service", "services", "worst", "highest", "hours", "database", "production",
    ];

    private static readonly HashSet<string> Known = new(
        [.. Telling, .. """
        the a an is are was were be been am do does did done has have had will would can could should may might must shall of in on at to for from by with without about
        into onto over under after before since until during and or but not no nor so if then than that this these those there here it its he she they them their we our
        us you your me my mine i who whom whose which what when where why how many much more most less least few some any all each every both other another same such
        only own just also too very even still yet again ever never now soon later right wrong good bad well worse best better new old newer older last latest next past
        previous recent recently current currently first day days week weeks month months hour minute minutes time times night morning year please tell show give list
        find see look get got getting make makes made take takes took keep keeps kept go goes going gone come comes came happen happens happened happening put let say
        says said know think want need use uses used using usage work works working help cause caused causes reason explain up down out off back away around high higher
        low lower top main big bigger biggest large largest small number count rate rates percent peak hit hits fail fails failed failing break breaks breaking broke
        broken bug bugs issue issues problem problems crash crashed crashes user customer client clients people person account accounts anybody anyone anything something
        everything nothing everybody somebody someone thing things part parts system systems app application environment env prod production dev staging stack stacks log logs line lines metric metrics
        aws amazon cloud server servers task tasks container containers pod pods cluster ecs eks node nodes region zone network ram heap cpu disk oom leak leaks money
        pay paying paid price charge charged budget dollar dollars invoice dear dearer spend spent jump jumped rise rises rose grow grew grows went surge surged doubled
        explode exploded higher double ship shipped roll rolled rolling stop start scale pause resume remove drop rotate secret secrets ticket tickets feedback feature
        features function page pages endpoint endpoints request requests response slow latency free left full run runs ran ignore rules rule instructions instruction
        unhappy unhealthy health fine ok okay alive serving between compare compared against against because between able outage incident incidents impact affect
        affects experience experienced suffer suffered hurt often seen shows showing regression regress poem ducks write weather joke capital yes no hello hi thanks
        thank 504s 5xx 4xx ip ips eni enis vpc dns queue queues job jobs site sites data table bucket alarming active paging pager red green state states
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word is one of questions, so that it names no service.</summary>
    /// <param name="word">The word.</param>
    /// <returns>True for one that is.</returns>
    public static bool IsKnown(string word) => Known.Contains(word) || char.IsAsciiDigit(word[0]);

    /// <summary>Reads misspelt words as they were meant.</summary>
    /// <param name="text">The question, in lower case.</param>
    /// <param name="services">The services, whose names are never misspelt words.</param>
    /// <returns>The question.</returns>
    public static string Mend(string text, IReadOnlyList<string> services) => Word().Replace(text, match =>
        match.Length < LeastLetters || Known.Contains(match.Value) || services.Contains(match.Value, StringComparer.OrdinalIgnoreCase) || Suggestion.Nearest(match.Value, services) is not null
            ? match.Value
            : Suggestion.Nearest(match.Value, Telling) ?? match.Value);

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
