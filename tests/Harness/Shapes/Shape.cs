namespace TeacherDevPlan.Harness.Shapes;

/// <summary>A query that was generated from the schema.</summary>
/// <param name="Name">The list and the operation: "projects order name DESC next page".</param>
/// <param name="NextOf">For a next page: the query of the previous page, whose end cursor replaces <see
/// cref="Cursor"/>.</param>
internal sealed record Shape(ShapeClass Class, string Name, string Query, string? NextOf = null)
{
    public const string Cursor = "$CURSOR$";
}

/// <summary>Queries with the same goal.</summary>
/// <param name="Most">The maximum ratio to the lookup of one office.</param>
internal sealed record ShapeClass(string Name, double Most)
{
    public static readonly ShapeClass BelowOne = new("below one parent", 5);
    public static readonly ShapeClass BelowFifty = new("below 50 parents", 8);
    public static readonly ShapeClass Office = new("one office", 5);
    public static readonly ShapeClass ByKey = new("country, by id, name, number, budget, rate or date", 4);
    public static readonly ShapeClass Country = new("country, by anything else", 40);
    public static readonly ShapeClass Search = new("country, a common word, ordered, counted", 25);
    public static readonly ShapeClass Groups = new("groups of a year", 30);
    public static readonly ShapeClass Sources = new("groups by funding source", 60);
    public static readonly ShapeClass Months = new("groups of the ledger by month", 60);
}
