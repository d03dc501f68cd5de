namespace SearchEngine.Archive.Reading;

/// <summary>Named fields, one a line, as WARC and HTTP share them.</summary>
internal static class FieldLines
{
    /// <summary>Splits lines into fields; a line that starts with a blank continues the one before; others are left out.</summary>
    public static List<KeyValuePair<string, string>> Parse(IEnumerable<string> lines)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (string line in lines)
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && fields.Count > 0)
            {
                fields[^1] = new(fields[^1].Key, fields[^1].Value + " " + line.Trim());
                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.Add(new(line[..colon].Trim(), line[(colon + 1)..].Trim()));
            }
        }

        return fields;
    }
}
