namespace TeacherDevPlan.Infrastructure.Persistence.Reads;

/// <summary>A row of single values, each under a name by which its column is found.</summary>
internal sealed class Cells
{
    public const int Count = 80;

    public object? C0 { get; init; }
    public object? C1 { get; init; }
    public object? C2 { get; init; }
    public object? C3 { get; init; }
    public object? C4 { get; init; }
    public object? C5 { get; init; }
    public object? C6 { get; init; }
    public object? C7 { get; init; }
    public object? C8 { get; init; }
    public object? C9 { get; init; }
    public object? C10 { get; init; }
    public object? C11 { get; init; }
    public object? C12 { get; init; }
    public object? C13 { get; init; }
    public object? C14 { get; init; }
    public object? C15 { get; init; }
    public object? C16 { get; init; }
    public object? C17 { get; init; }
    public object? C18 { get; init; }
    public object? C19 { get; init; }
    public object? C20 { get; init; }
    public object? C21 { get; init; }
    public object? C22 { get; init; }
    public object? C23 { get; init; }
    public object? C24 { get; init; }
    public object? C25 { get; init; }
    public object? C26 { get; init; }
    public object? C27 { get; init; }
    public object? C28 { get; init; }
    public object? C29 { get; init; }
    public object? C30 { get; init; }
    public object? C31 { get; init; }
    public object? C32 { get; init; }
    public object? C33 { get; init; }
    public object? C34 { get; init; }
    public object? C35 { get; init; }
    public object? C36 { get; init; }
    public object? C37 { get; init; }
    public object? C38 { get; init; }
    public object? C39 { get; init; }
    public object? C40 { get; init; }
    public object? C41 { get; init; }
    public object? C42 { get; init; }
    public object? C43 { get; init; }
    public object? C44 { get; init; }
    public object? C45 { get; init; }
    public object? C46 { get; init; }
    public object? C47 { get; init; }
    public object? C48 { get; init; }
    public object? C49 { get; init; }
    public object? C50 { get; init; }
    public object? C51 { get; init; }
    public object? C52 { get; init; }
    public object? C53 { get; init; }
    public object? C54 { get; init; }
    public object? C55 { get; init; }
    public object? C56 { get; init; }
    public object? C57 { get; init; }
    public object? C58 { get; init; }
    public object? C59 { get; init; }
    public object? C60 { get; init; }
    public object? C61 { get; init; }
    public object? C62 { get; init; }
    public object? C63 { get; init; }
    public object? C64 { get; init; }
    public object? C65 { get; init; }
    public object? C66 { get; init; }
    public object? C67 { get; init; }
    public object? C68 { get; init; }
    public object? C69 { get; init; }
    public object? C70 { get; init; }
    public object? C71 { get; init; }
    public object? C72 { get; init; }
    public object? C73 { get; init; }
    public object? C74 { get; init; }
    public object? C75 { get; init; }
    public object? C76 { get; init; }
    public object? C77 { get; init; }
    public object? C78 { get; init; }
    public object? C79 { get; init; }
}
