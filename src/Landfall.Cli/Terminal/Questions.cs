using Landfall.Config;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>Questions to a person; without a terminal there is nobody to ask.</summary>
internal static class Questions
{
    /// <summary>Asks yes or no; no is the default.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="question">The question.</param>
    /// <param name="otherwise">What a script has to do instead.</param>
    /// <returns>True for yes.</returns>
    /// <exception cref="LandfallException">There is no terminal.</exception>
    public static bool Confirm(Screen screen, string question, string otherwise)
    {
        RequireTerminal(screen, question, otherwise);
        return screen.Talk.Confirm(Markup.Escape(question), defaultValue: false);
    }

    /// <summary>Asks for a name to be typed, before what cannot be undone.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="question">The question.</param>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">What a script has to do instead.</param>
    /// <returns>True when exactly the name was typed.</returns>
    /// <exception cref="LandfallException">There is no terminal.</exception>
    public static bool TypeName(Screen screen, string question, string name, string otherwise)
    {
        RequireTerminal(screen, question, otherwise);
        return screen.Talk.Prompt(new TextPrompt<string>(Markup.Escape(question)).AllowEmpty()) == name;
    }

    private static void RequireTerminal(Screen screen, string question, string otherwise)
    {
        if (!screen.Interactive)
            throw new LandfallException("LF5090", $"{question} There is no terminal to ask on. {otherwise}");
    }
}
