document.body.textContent = 'Vite';
