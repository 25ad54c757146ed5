namespace TeacherDevPlan.Infrastructure.Persistence.Connections;

/// <summary>Parameters of the server for the sessions of a pool.</summary>
internal sealed class SessionSettings(params (string Name, string Value)[] settings)
{
    private readonly (string Name, string Value)[] all = settings;

    /// <summary>As a startup option of a connection.</summary>
    public string Options =>
        string.Join(' ', all.Select(one => $"-c {one.Name}={one.Value.Replace(" ", @"\ ", StringComparison.Ordinal)}"));

    /// <summary>As a statement that sets them until the end of the transaction.</summary>
    public string Statement =>
        $"SELECT {string.Join(", ", all.Select(one => $"set_config('{one.Name}', '{one.Value}', true)"))}";

    public SessionSettings With(params (string Name, string Value)[] more) => new([.. all, .. more]);

    public SessionSettings With(SessionSettings more) => With(more.all);
}
