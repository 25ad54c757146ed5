namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Parameters of the server for the sessions of a pool.</summary>
internal sealed class SessionSettings(params (string Name, string Value)[] settings)
{
    public IReadOnlyList<(string Name, string Value)> All => settings;

    /// <summary>As a startup option of a connection.</summary>
    public string Options =>
        string.Join(
            ' ',
            settings.Select(one => $"-c {one.Name}={one.Value.Replace(" ", @"\ ", StringComparison.Ordinal)}")
        );

    /// <summary>As a statement that sets them until the end of the transaction.</summary>
    public string Statement =>
        $"SELECT {string.Join(", ", settings.Select(one => $"set_config('{one.Name}', '{one.Value}', true)"))}";

    public SessionSettings With(params (string Name, string Value)[] more) => new([.. settings, .. more]);
}
