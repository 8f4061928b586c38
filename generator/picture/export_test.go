package picture

// Memory returns the bytes that Make reserves for a picture it does not refuse.
func Memory(data []byte, recipes []Recipe) int64 {
	f, problem := open(data)
	if problem != nil {
		return 0
	}
	return f.memory(recipes)
}

// Holding calls work while it holds so many bytes of a maker's memory.
func (m *Maker) Holding(bytes int64, work func()) { m.withMemory(bytes, work) }
