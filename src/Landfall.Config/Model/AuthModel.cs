using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>A Cognito user pool and client.</summary>
internal sealed record AuthModel : Section
{
    [Key("What users sign in with.", MinItems = 1)]
    public IReadOnlyList<SignInName> SignIn { get; init; } = [SignInName.Email];

    [Key("Anyone may register; otherwise an administrator creates users.")]
    public bool SelfSignUp { get; init; }

    [Key("What passwords need.")]
    public PasswordModel Password { get; init; } = new();

    [Key("Second factor with one-time codes.")]
    public MfaMode Mfa { get; init; } = MfaMode.Optional;

    [Key("Callback URLs besides those of the CDN or domain and of 'localPorts'.",
        Pattern = "https://[^\\s]+", PatternMeaning = "an https address")]
    public IReadOnlyList<string> Callbacks { get; init; } = [];

    [Key("Ports of http://localhost that sign-in may return to, for development.", Min = 1, Max = 65535)]
    public IReadOnlyList<int> LocalPorts { get; init; } = [];
}
