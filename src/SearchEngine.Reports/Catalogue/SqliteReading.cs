using Microsoft.Data.Sqlite;

namespace SearchEngine.Reports.Catalogue;

/// <summary>Commands with parameters, and columns that may be null.</summary>
internal static class SqliteReading
{
    /// <summary>A command over constant SQL; values only ever travel as parameters ($1, $2, …).</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i + 1}"), values[i] ?? DBNull.Value);
        return command;
    }

    public static void Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = connection.Command(sql, values);
        command.ExecuteNonQuery();
    }

    public static List<T> Read<T>(this SqliteCommand command, Func<SqliteDataReader, T> row)
    {
        using (command)
        {
            using SqliteDataReader reader = command.ExecuteReader();
            List<T> rows = [];
            while (reader.Read())
                rows.Add(row(reader));
            return rows;
        }
    }

    public static string? Text(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
